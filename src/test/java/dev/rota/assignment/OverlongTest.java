package dev.rota.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.Overlong.Consequence;
import dev.rota.config.ConfigReader;
import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue {@code support} of config-good: open in the office's hours, with a lease, an escalation and an overflow. */
class OverlongTest {

    private static final Company COMPANY = ConfigReader.read(Path.of("src/test/resources/config-good"), name -> "set")
            .required();

    /** A Wednesday on which the office is open and Ana works. */
    private static final Instant MORNING = Instant.parse("2026-11-25T10:00:00-03:00");

    @ParameterizedTest
    @CsvSource({
        "0, 9, ",
        "0, 10, no answer in 10 min of Ana's working time",
        "1, 10, 'no answer in 10 min of Ana''s working time, the 2nd who left it; a supervisor gives it to somebody now'"
    })
    void a_conversation_lapses_after_its_owners_working_time(int lapses, int minutes, @Nullable String why) {
        var one = new Overlong(1, "support", Status.IN_PROGRESS, MORNING, "ana", Priority.NORMAL, lapses, 0, false);
        assertThat(one.consequence(COMPANY, MORNING.plus(Duration.ofMinutes(minutes))))
                .isEqualTo(Optional.ofNullable(why)
                        .map(sentence -> new Consequence.Lapse(sentence.contains("supervisor"), sentence)));
    }

    @Test
    void time_when_the_owner_is_not_at_work_does_not_count() {
        var evening = COMPANY.timetable().edges(MORNING, MORNING.plus(Duration.ofDays(2))).stream()
                .filter(edge -> "day".equals(edge.ending()))
                .findFirst()
                .orElseThrow()
                .at();
        var late = new Overlong(
                1, "support", Status.IN_PROGRESS, evening.minusSeconds(300), "ana", Priority.NORMAL, 0, 0, false);
        assertThat(late.consequence(COMPANY, evening.plus(Duration.ofHours(8)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9, , ",
        "0, 10, HIGH, false",
        "1, 19, , ",
        "1, 20, NORMAL, true",
        "2, 25, , ",
    })
    void what_waits_takes_one_step_after_the_other(
            int escalated, int minutes, @Nullable Priority priority, @Nullable Boolean supervisor) {
        var one = waiting(escalated, false);
        var consequence = one.consequence(COMPANY, MORNING.plus(Duration.ofMinutes(minutes)));
        if (priority == null || supervisor == null) {
            assertThat(consequence).isEmpty();
        } else {
            assertThat(consequence.orElseThrow()).isInstanceOfSatisfying(Consequence.Escalation.class, step -> {
                assertThat(step.priority()).isEqualTo(priority);
                assertThat(step.supervisor()).isEqualTo(supervisor);
                assertThat(step.why()).startsWith("waited for " + minutes + " min");
            });
        }
    }

    @Test
    void a_priority_is_never_lowered() {
        var urgent = new Overlong(1, "support", Status.WAITING, MORNING, null, Priority.URGENT, 0, 0, false);
        assertThat(urgent.consequence(COMPANY, MORNING.plus(Duration.ofMinutes(11))))
                .hasValueSatisfying(step ->
                        assertThat(((Consequence.Escalation) step).priority()).isEqualTo(Priority.URGENT));
    }

    @Test
    void what_has_waited_too_long_goes_on_in_the_other_queue_unless_it_is_a_supervisors() {
        var late = MORNING.plus(Duration.ofMinutes(30));
        assertThat(waiting(2, false).consequence(COMPANY, late))
                .contains(new Consequence.Overflow("sales", "waited for 30 min in queue support"));
        assertThat(waiting(2, true).consequence(COMPANY, late)).isEmpty();
    }

    private static Overlong waiting(int escalated, boolean supervised) {
        return new Overlong(1, "support", Status.WAITING, MORNING, null, Priority.NORMAL, 0, escalated, supervised);
    }
}
