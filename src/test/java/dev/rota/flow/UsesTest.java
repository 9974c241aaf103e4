package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UsesTest {

    private final AtomicInteger ended = new AtomicInteger();
    private final Uses uses = new Uses(ended::incrementAndGet);

    @Test
    void what_nobody_uses_ends_when_it_is_replaced_and_only_once() {
        assertThat(uses.enter()).isTrue();
        uses.leave();
        assertThat(ended).hasValue(0);

        uses.replace();
        uses.replace();

        assertThat(ended).hasValue(1);
        assertThat(uses.enter()).isFalse();
    }

    @Test
    void what_is_in_use_ends_with_the_last_who_leaves() {
        uses.enter();
        uses.enter();
        uses.replace();
        assertThat(uses.enter()).as("those who come cannot keep it alive").isFalse();
        uses.leave();
        assertThat(ended).hasValue(0);

        uses.leave();

        assertThat(ended).hasValue(1);
        assertThat(uses.enter()).isFalse();
        assertThat(ended).hasValue(1);
    }
}
