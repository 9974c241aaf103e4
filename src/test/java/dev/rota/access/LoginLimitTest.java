package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLimitTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final LoginLimit limit = new LoginLimit(clock);

    @Test
    void five_attempts_a_minute_are_let_through_for_each_name() {
        for (var n = 0; n < 5; n++) {
            assertThat(limit.allows("ana")).isTrue();
        }
        assertThat(limit.allows("ana")).isFalse();
        assertThat(limit.allows("bia")).isTrue();
    }

    @Test
    void the_next_minute_begins_anew() {
        for (var n = 0; n < 6; n++) {
            limit.allows("ana");
        }
        clock.pass(Duration.ofMinutes(1));

        assertThat(limit.allows("ana")).isTrue();
    }
}
