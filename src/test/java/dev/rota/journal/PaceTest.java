package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes first when there is not enough processor time for all. */
class PaceTest {

    private static final int LONG_ENOUGH_TO_BELIEVE = 200;

    private double load = 1;
    private long now = 42;
    private final Pace pace = new Pace(() -> load, () -> now);

    @ParameterizedTest(name = "{3} callers that wait {0} ms at a load of {1} make work pause for {2} ms")
    @CsvSource({
        "1, 1.0, 0, 32",
        "2, 1.0, 0, 32",
        "3, 1.0, 100, 32",
        "4, 1.0, 200, 32",
        "50, 1.0, 250, 32",
        "50, 0.8, 0, 32",
        "50, -1, 0, 32",
        "50, 1.0, 0, 3"
    })
    void work_pauses_while_callers_wait_for_processors(int wait, double used, int pause, int callers) {
        load = used;

        waitFor(wait, callers);

        assertThat(Duration.ofNanos(pace.pause()).toMillis()).isBetween(Math.max(0, pause - 1L), (long) pause);
    }

    @Test
    void a_pause_that_frees_some_does_not_end_itself() {
        waitFor(50, 32);
        load = 0.8;
        waitFor(50, 32);
        assertThat(pace.pause()).isPositive();

        load = 0.6;
        waitFor(50, 32);
        assertThat(pace.pause()).isZero();
    }

    @ParameterizedTest(name = "with {0} of the processors in use, commits of work are {1} ms apart")
    @CsvSource({"1.0, 50", "0.8, 41", "0, 5", "-1, 5"})
    void commits_of_work_are_the_farther_apart_the_more_of_the_processors_is_in_use(double used, int apart) {
        load = used;

        waitFor(1, 1);

        assertThat(pace.apart()).isEqualTo(Duration.ofMillis(apart).toNanos());
    }

    @Test
    void one_slow_commit_is_no_reason() {
        pace.note(500, Duration.ofMillis(15).toNanos());

        assertThat(pace.pause()).isZero();
    }

    @Test
    void nobody_waits_at_a_door_where_nobody_came_for_a_while() {
        waitFor(50, 32);
        assertThat(pace.pause()).isPositive();
        var apart = pace.apart();

        now += Duration.ofMillis(200).toNanos();

        assertThat(pace.pause()).isZero();
        assertThat(pace.apart()).isLessThan(apart);
    }

    @Test
    void nobody_has_come_yet() {
        assertThat(pace.pause()).isZero();
    }

    private void waitFor(int millis, int callers) {
        for (int commit = 0; commit < LONG_ENOUGH_TO_BELIEVE; commit++) {
            now += Duration.ofMillis(millis).toNanos();
            pace.note(callers, Duration.ofMillis(millis).toNanos());
        }
    }
}
