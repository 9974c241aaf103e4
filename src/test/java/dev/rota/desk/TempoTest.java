package dev.rota.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final long FAR = Duration.ofDays(2).toNanos();
    private static final long NEAR = Duration.ofMillis(20).toNanos();

    @Test
    void two_beats_are_apart() {
        var tempo = new Tempo(() -> NEAR);
        var before = System.nanoTime();

        tempo.await(() -> 1);
        tempo.await(() -> 1);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(NEAR);
    }

    @Test
    void what_comes_after_a_quiet_time_waits_for_nothing() {
        new Tempo(Duration.ofHours(1)::toNanos).await(() -> 1);
    }

    @Test
    void what_has_come_in_plenty_waits_for_nothing() {
        new Tempo(() -> FAR).await(() -> 32);
    }

    @Test
    void who_is_interrupted_waits_for_nothing() {
        Thread.currentThread().interrupt();

        new Tempo(() -> FAR).await(() -> 1);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void without_a_gathering_nothing_waits() {
        var tempo = new Tempo(Gathering.NONE);

        tempo.await(() -> 1);
        tempo.await(() -> 1);
    }
}
