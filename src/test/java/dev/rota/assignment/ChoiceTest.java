package dev.rota.assignment;

import static dev.rota.assignment.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Agent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

    /** A candidate is {@code name open/capacity [skill level] [off reason]}. */
    @ParameterizedTest(name = "{0}, skill {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            ana 1/5; bia 3/5                      | -     | ana   | chosen: least loaded of 2; in, but ana has fewer open: 1 < 3
            ana 5/5; bia 3/5                      | -     | bia   | has 5 of 5 conversations; chosen: the only one with room
            ana 0/5 off on leave until 4 January; bia 3/5 | - | bia | on leave until 4 January; chosen: the only one with room
            ana 0/5; bia 3/5 fibre 1; rui 4/5 fibre 3 | fibre | bia | in, but without skill fibre, which bia has; chosen: least loaded of 2 with skill fibre; in, but bia has fewer open: 3 < 4
            ana 0/5; rui 4/5 fibre 3              | fibre | rui   | in, but without skill fibre, which rui has; chosen: the only one with room and skill fibre
            ana 0/5; bia 1/5                      | fibre | ana   | chosen: least loaded of 2, none with skill fibre; in, but ana has fewer open: 0 < 1
            ana 0/5; rui 5/5 fibre 3              | fibre | ana   | chosen: the only one with room, none with skill fibre; has 5 of 5 conversations
            ana 2/5; bia 2/5; rui 3/5             | -     | ana   | chosen: least loaded of 3, drawn among 2 with 2 open; in, but ana was drawn among 2 with 2 open; in, but ana has fewer open: 2 < 3
            """)
    void the_least_loaded_with_the_wanted_skill_is_responsible(
            String candidates, @Nullable String skill, String chosen, String reasons) {
        var outcome = choose(skill, People.of(candidates));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Assigned.class, assigned -> assertThat(assigned.agent())
                .isEqualTo(chosen));
        assertThat(outcome.because()).extracting(Verdict::reason).containsExactly(reasons.split("; "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                  | queue support has no agents
            ana 0/5 off on leave until 4 January; bia 0/5 off on no roster | nobody of queue support is at work
            ana 5/5; bia 6/6; rui 9/8; lia 0/8 off on no roster | all 3 on shift are full
            ana 5/5; lia 0/8 off on no roster                   | ana, alone on shift, has 5 of 5 conversations
            """)
    void work_that_nobody_can_take_waits_with_a_reason(String candidates, String reason) {
        var outcome = choose(null, People.of(candidates));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Waits.class, waits -> assertThat(waits.reason())
                .isEqualTo(reason));
        assertThat(outcome.because()).noneMatch(Verdict::in);
    }

    @Test
    void whatever_the_candidates_nobody_off_or_full_is_chosen_and_the_order_does_not_matter() {
        for (var seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var candidates = randomCandidates(random);
            var work = new Work(seed, "support", random.nextBoolean() ? "fibre" : null);
            var outcome = Choice.choose(work, candidates, NOON, seed);
            var able = candidates.stream()
                    .filter(one -> one.offReason() == null
                            && one.load().open() < one.agent().capacity())
                    .map(one -> one.agent().name())
                    .collect(Collectors.toSet());
            assertThat(inOf(outcome)).isEqualTo(able);
            assertThat(outcome instanceof Outcome.Assigned assigned ? Set.of(assigned.agent()) : Set.of())
                    .isEqualTo(able.isEmpty() ? Set.of() : Set.of(chosen(outcome)))
                    .isSubsetOf(able);
            Collections.shuffle(candidates, random);
            assertThat(Choice.choose(work, candidates, NOON, seed)).isEqualTo(outcome);
        }
    }

    @Test
    void the_draw_among_equals_favours_nobody() {
        var candidates = People.of("ana 0/5; bia 0/5; rui 0/5");
        var times = new ArrayList<String>();
        for (var seed = 0; seed < 3_000; seed++) {
            times.add(chosen(Choice.choose(new Work(seed, "support", null), candidates, NOON, seed)));
        }
        assertThat(new HashSet<>(times)).hasSize(3).allSatisfy(name -> assertThat(Collections.frequency(times, name))
                .isBetween(850, 1_150));
    }

    private static Outcome choose(@Nullable String skill, List<Candidate> candidates) {
        return Choice.choose(new Work(7, "support", skill), candidates, NOON, 1);
    }

    private static String chosen(Outcome outcome) {
        return ((Outcome.Assigned) outcome).agent();
    }

    private static Set<String> inOf(Outcome outcome) {
        return outcome.because().stream()
                .filter(Verdict::in)
                .map(Verdict::agent)
                .collect(Collectors.toSet());
    }

    private static List<Candidate> randomCandidates(Random random) {
        var candidates = new ArrayList<Candidate>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var skills = random.nextBoolean() ? Map.of("fibre", 1 + random.nextInt(3)) : Map.<String, Integer>of();
            var agent = new Agent("agent" + i, "Agent", "support", 1 + random.nextInt(4), skills, Map.of());
            candidates.add(new Candidate(agent, random.nextInt(3) == 0 ? "on no roster" : null, random.nextInt(5)));
        }
        return candidates;
    }
}
