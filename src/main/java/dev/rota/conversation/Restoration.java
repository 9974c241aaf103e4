package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the steps by which conversations go back to where they were before many were changed at once. What somebody has
 * touched since stays where it is, with the reason.
 */
final class Restoration {

    static final String RESTORED = "restored";

    /** What Rota did since, such as giving it to somebody, touches nothing. */
    private static final String HOLD =
            """
            SELECT i.*, c.epoch AS epoch_now, c.status, c.queue AS queue_now, c.owner AS owner_now,
                   touched.by AS touched_by, touched.what AS touched, replied.author AS replied_by
            FROM %s i JOIN conversation c ON c.id = i.conversation
            LEFT JOIN LATERAL (SELECT by, what FROM change
                WHERE conversation = c.id AND epoch > i.epoch AND by <> :rota ORDER BY epoch LIMIT 1) touched ON true
            LEFT JOIN LATERAL (SELECT author FROM message
                WHERE conversation = c.id AND direction = 'out' AND at >= :since ORDER BY id LIMIT 1) replied ON true
            WHERE %s ORDER BY c.id FOR UPDATE OF c
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Loads loads;
    private final Drain drain;

    Restoration(JdbcClient jdbc, Supplier<Company> company, Loads loads, Drain drain) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
        this.drain = drain;
    }

    /**
     * Holds what was changed, and finds the steps back.
     *
     * @param items the table that says what was changed, with conversation, epoch, from_queue and from_owner
     * @param of which of its rows {@code i}, as SQL with {@code :of}
     * @param since when it was changed
     */
    Restored find(String items, String of, long id, Instant since, Instant now, Viewer by, String why) {
        var found = jdbc.sql(HOLD.formatted(items, of))
                .param("of", id)
                .param("since", Unnest.timestamp(since))
                .param("rota", Change.ROTA)
                .query(Former::of)
                .list();
        drain.hold(queues(found), people(found));
        var weights = new HashMap<String, Integer>();
        loads.lock(people(found), List.of()).forEach((agent, has) -> weights.put(agent, has.weight()));
        var steps = new ArrayList<Change>();
        var notes = new HashMap<Long, String>();
        for (var former : found) {
            var obstacle = former.obstacle();
            if (obstacle == null && !former.isBack()) {
                obstacle = noRoom(former, weights);
            }
            if (obstacle == null && !former.isBack()) {
                steps.add(former.back(now, by, why));
            }
            notes.put(former.conversation(), obstacle == null ? RESTORED : obstacle);
        }
        return new Restored(notes, steps);
    }

    /** Why the former owner can't have it back; null when they can, and then the place is taken. */
    private @Nullable String noRoom(Former former, Map<String, Integer> weights) {
        var owner = former.formerOwner();
        if (owner == null) {
            return null;
        }
        var agent = company.get().agents().get(owner);
        if (agent == null) {
            return owner + " is no longer in teams.yaml";
        }
        if (weights.getOrDefault(owner, 0) + Silence.WHOLE > agent.capacity() * Silence.WHOLE) {
            return agent.title() + " has no place left";
        }
        weights.merge(owner, Silence.WHOLE, Integer::sum);
        return null;
    }

    /** Where they are, and where they go back to. */
    private static List<String> queues(List<Former> found) {
        return found.stream()
                .flatMap(former -> Stream.of(former.queue(), former.formerQueue()))
                .distinct()
                .toList();
    }

    private static List<String> people(List<Former> found) {
        return found.stream()
                .flatMap(former -> Stream.of(former.formerOwner(), former.owner()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The steps back, not made yet.
     *
     * @param notes of each conversation {@code restored}, or why it is not
     */
    record Restored(Map<Long, String> notes, List<Change> steps) {}
}
