package dev.rota.assignment;

import static dev.rota.assignment.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Handout;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.inquiry.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom each strategy chooses, and what it says of the others. */
class StrategiesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            round-robin  | ana 0/5 turn 7; bia 4/5 turn 3; eva 1/5 turn 5 | bia | in, but bia's turn comes first; chosen: next in turn of 3; in, but bia's turn comes first
            round-robin  | ana 3/5; bia 4/5 turn 3 | ana | chosen: next in turn of 2; in, but ana's turn comes first
            round-robin  | ana 5/5 turn 1; bia 4/5 turn 3 | bia | has 5 of 5 conversations; chosen: the only one with room
            longest-idle | ana 0/5 idle 3m; bia 4/5 idle 12m | bia | in, but bia has been idle longer: 12m > 3m; chosen: longest idle of 2
            longest-idle | ana 2/5; bia 0/5 idle 12m | ana | chosen: longest idle of 2; in, but ana has been idle longer: always > 12m
            longest-idle | ana 2/5 idle 90s; bia 1/5 idle 90s | bia | in, but bia has fewer open: 1 < 2; chosen: longest idle of 2
            longest-idle | ana 1/5 idle 90s; bia 1/5 idle 90s | ana | chosen: longest idle of 2, drawn among 2 equals; in, but ana was drawn among 2 equals
            least-loaded | ana 4(1.5)/5; bia 2/5 | ana | chosen: least loaded of 2; in, but ana has fewer open: 1.5 < 2
            least-loaded | ana 7(4.5)/5; bia 6(5)/5 | - | has 7 conversations, which weigh 4.5 of 5; has 6 conversations, which weigh 5 of 5
            manual       | ana 0/5; bia 5/5; eva 0/5 off on leave until 4 January | - | queue support is handed out by people; has 5 of 5 conversations; on leave until 4 January
            downstream   | ana 0/5 | - | a helpdesk says whose it is
            """)
    void a_strategy_chooses_and_says_why(String strategy, String people, String chosen, String reasons) {
        var handout = new Handout(
                Strategy.valueOf(strategy.toUpperCase(Locale.ROOT).replace('-', '_')),
                List.of(SkillStep.ANYBODY),
                null,
                Duration.ofMinutes(10),
                null,
                null);
        says(choose(handout, null, "0s", null, people), chosen, reasons);
    }

    /** The ladder asks for level 2 at once, level 1 after 3 minutes, and anybody after 6. */
    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0s  | ana 0/5 fibre 1; rui 4/5 fibre 2 | rui | has fibre 1; fibre 2 or better is asked for the first 3m; chosen: the only one with room and fibre 2 or better
            2m  | ana 0/5; rui 5/5 fibre 2 | - | without skill fibre; fibre 2 or better is asked for the first 3m; has 5 of 5 conversations
            3m  | ana 0/5 fibre 1; bia 0/5; rui 5/5 fibre 2 | ana | chosen: the only one with room and skill fibre; without skill fibre; skill fibre is asked for the first 6m; has 5 of 5 conversations
            6m  | ana 0/5; rui 5/5 fibre 2 | ana | chosen: the only one with room, none with skill fibre; has 5 of 5 conversations
            6m  | ana 0/5; rui 4/5 fibre 2 | rui | in, but without skill fibre, which rui has; chosen: the only one with room and skill fibre
            0s  | ana 0/5 fibre 1; rui 0/5 fibre 2 off on no roster | ana | chosen: the only one with room and skill fibre; on no roster
            0s  | ana 0/5; rui 0/5 fibre 2 off on no roster | ana | chosen: the only one with room, none with skill fibre; on no roster
            """)
    void a_ladder_widens_with_time_and_skips_a_step_where_nobody_is(
            String waited, String people, String chosen, String reasons) {
        says(choose(LADDER, "fibre", waited, null, people), chosen, reasons);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ana 0/5; rui 5/5 fibre 2 | waits up to 3m for fibre 2 or better: rui has 5 of 5 conversations
            ana 0/5; lia 8/8 fibre 3; rui 5/5 fibre 2 | waits up to 3m for fibre 2 or better: all 2 at work are full
            ana 5/5; rui 5/5 fibre 2 | all 2 on shift are full
            """)
    void work_that_waits_for_a_skill_says_for_whom(String people, String reason) {
        assertThat(choose(LADDER, "fibre", "0s", null, people))
                .isInstanceOfSatisfying(
                        Outcome.Waits.class, waits -> assertThat(waits.reason()).isEqualTo(reason));
    }

    /** The last agent is waited for 2 minutes. */
    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0s  | ana 0/5; rui 4/5 | rui | in and least loaded of 2, but rui had the customer's last conversation; chosen: had the customer's last conversation, which goes before ana, who is least loaded of 2
            0s  | ana 4/5; rui 0/5; zoe 1/5 | rui | in, but rui had the customer's last conversation; chosen: had the customer's last conversation; in, but rui had the customer's last conversation
            1m  | ana 0/5; rui 5/5 | - | in, but rui had the customer's last conversation and is waited for up to 2m; has 5 of 5 conversations
            2m  | ana 0/5; rui 5/5 | ana | chosen: the only one with room; has 5 of 5 conversations
            2m  | ana 0/5; rui 4/5 | ana | chosen: least loaded of 2; in, but ana has fewer open: 0 < 4
            0s  | ana 0/5; rui 0/5 off on a break | ana | chosen: the only one with room; on a break
            0s  | ana 0/5; rui 0/5 off gave it back | ana | chosen: the only one with room; gave it back
            """)
    void whoever_had_the_customer_last_goes_before_the_strategy_for_a_while(
            String waited, String people, String chosen, String reasons) {
        var handout = new Handout(
                Strategy.LEAST_LOADED,
                List.of(SkillStep.ANYBODY),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                null,
                null);
        says(choose(handout, null, waited, "rui", people), chosen, reasons);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ana 2/5 here 2; rui 4/5 here 1 | rui | has 2 of 2 conversations of this queue; chosen: the only one with room
            ana 5/5 here 2; rui 2/5 here 2 | - | has 5 of 5 conversations; has 2 of 2 conversations of this queue
            """)
    void a_queues_own_capacity_counts_its_own_conversations(String people, String chosen, String reasons) {
        var handout =
                new Handout(Strategy.LEAST_LOADED, List.of(SkillStep.ANYBODY), null, Duration.ofMinutes(10), 2, null);
        says(choose(handout, null, "0s", null, people), chosen, reasons);
    }

    private static final Handout LADDER = new Handout(
            Strategy.LEAST_LOADED,
            List.of(
                    new SkillStep(Duration.ZERO, 2),
                    new SkillStep(Duration.ofMinutes(3), 1),
                    new SkillStep(Duration.ofMinutes(6), 0)),
            null,
            Duration.ofMinutes(10),
            null,
            null);

    private static Outcome choose(
            Handout handout, @Nullable String skill, String waited, @Nullable String last, String people) {
        var work = new Work(7, "support", skill, NOON.minus(Durations.parse(waited)), last, handout);
        return Choice.choose(work, People.of(people), NOON, 1);
    }

    /** Reasons are separated by a semicolon, which some of them hold themselves. */
    private static void says(Outcome outcome, String chosen, String reasons) {
        var agent = outcome instanceof Outcome.Assigned assigned ? assigned.agent() : "-";
        assertThat(agent).isEqualTo(chosen);
        assertThat(String.join(
                        "; ", outcome.because().stream().map(Verdict::reason).toList()))
                .isEqualTo(reasons);
        assertThat(outcome.because())
                .filteredOn(Verdict::in)
                .extracting(Verdict::reason)
                .allMatch(reason -> reason.startsWith("in") || reason.startsWith("chosen"));
    }
}
