package dev.rota.switchover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.ShiftEnd;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReshuffleTest {

    private final dev.rota.shift.Timetable timetable =
            Crew.company(new ShiftEnd.Keep()).timetable();

    @ParameterizedTest(name = "at {0} on {1}: {2} from {3} to {4}")
    @CsvSource({
        "2026-11-24T18:00:00-03:00, plantao, night,     2026-11-24T21:00:00Z, 2026-11-25T01:00:00Z",
        "2026-11-24T23:30:00-03:00, plantao, afternoon, 2026-11-25T01:00:00Z, 2026-11-25T02:30:00Z"
    })
    void the_next_shift_comes_early_or_the_one_before_stays_on(
            Instant at, String calendar, String shift, Instant from, Instant until) {
        assertThat(Reshuffle.of(timetable, calendar, at, "afternoon", "night", "storm"))
                .hasValueSatisfying(override -> {
                    assertThat(override.shift()).isEqualTo(shift);
                    assertThat(override.from()).isEqualTo(from);
                    assertThat(override.until()).isEqualTo(until);
                });
    }

    @Test
    void what_the_calendar_has_anyway_takes_no_exception() {
        assertThat(Reshuffle.of(timetable, "plantao", Crew.EDGE, "afternoon", "night", "storm"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00-03:00, plantao, afternoon, night, no shift",
        "2026-11-24T18:00:00-03:00, plantao, night, afternoon, shift afternoon",
        "2026-11-24T23:00:00-03:00, office,  afternoon, night, no shift"
    })
    void a_switchover_that_cannot_be_is_refused(Instant at, String calendar, String from, String to, String there) {
        assertThatThrownBy(() -> Reshuffle.of(timetable, calendar, at, from, to, "storm"))
                .hasMessage("calendar " + calendar + " has " + there
                        + " then; expected 'from' to be the shift that is on, or 'to' the one that follows on 'from'");
    }
}
