package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business time across closed hours: open from 8 to 12 and from 13 to 15. */
class StretchesTest {

    private static final List<Stretch> OPEN = List.of(new Stretch(hour(8), hour(12)), new Stretch(hour(13), hour(15)));

    @ParameterizedTest
    @CsvSource(
            value = {"1, 9, 14", "2, 10, 13", "3, 11, 11", "4, 12, 10", "5, 14, 9", "6, 15, 8", "7, -, -"},
            nullValues = "-")
    void so_many_hours_are_over_at_one_and_left_at_another(int hours, @Nullable Integer over, @Nullable Integer left) {
        var time = Duration.ofHours(hours);

        assertThat(Stretches.reached(OPEN, time).orElse(null)).isEqualTo(over == null ? null : hour(over));
        assertThat(Stretches.begun(OPEN, time).orElse(null)).isEqualTo(left == null ? null : hour(left));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-11-24T00:00:00Z").plus(Duration.ofHours(hour));
    }
}
