package dev.rota.assignment;

import dev.rota.desk.Agent;
import dev.rota.inquiry.Durations;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Candidates as tables write them: {@code ana 1/5 fibre 3 turn 4 idle 5m off on leave until 4 January}, with what is not
 * the rule left out; {@code ana 4(2.5)/5} has four that weigh two and a half, {@code here 2} of which are of this queue.
 */
final class People {

    static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");

    private People() {}

    static List<Candidate> of(String table) {
        return Arrays.stream(table.split("; "))
                .filter(line -> !line.isBlank())
                .map(People::candidate)
                .toList();
    }

    private static Candidate candidate(String line) {
        var parts = line.strip().split(" off ", 2);
        var words = parts[0].split(" ", -1);
        var told = new HashMap<String, String>();
        for (var i = 2; i + 1 < words.length; i += 2) {
            told.put(words[i], words[i + 1]);
        }
        var load = words[1].split("[/()]+", -1);
        var open = Integer.parseInt(load[0]);
        var weight = load.length > 2 ? (int) (Double.parseDouble(load[1]) * 100) : open * 100;
        var agent = new Agent(
                words[0], words[0], "support", Integer.parseInt(load[load.length - 1]), skills(told), Map.of());
        return new Candidate(
                agent,
                parts.length > 1 ? parts[1] : null,
                new Load(
                        open, weight, number(told.get("here")), number(told.get("turn")), idleSince(told.get("idle"))));
    }

    private static Map<String, Integer> skills(Map<String, String> told) {
        var skills = new HashMap<String, Integer>();
        told.forEach((name, level) -> {
            if (!List.of("here", "turn", "idle").contains(name)) {
                skills.put(name, Integer.valueOf(level));
            }
        });
        return skills;
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static @Nullable Instant idleSince(@Nullable String text) {
        return text == null ? null : NOON.minus(Durations.parse(text));
    }
}
