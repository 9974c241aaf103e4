package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.whole.Screen.Open;
import dev.rota.whole.Screen.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A screen that shows anything else than the server says is found out. */
class ScreenTest {

    private static final Row ONE = new Row("1", "waiting", "", "Suporte");
    private static final Row TWO = new Row("2", "waiting", "", "Suporte");
    private static final Open TALK = new Open("1", "waiting", "", List.of("oi"));
    private static final Screen RIGHT = new Screen("waiting", "", List.of(ONE, TWO), TALK);

    @Test
    void the_same_has_no_fault() {
        assertThat(RIGHT.faults(RIGHT)).isEmpty();
    }

    @Test
    void each_difference_is_one() {
        for (var rows : List.of(
                List.of(ONE),
                List.of(TWO, ONE),
                List.of(ONE, TWO, TWO),
                List.of(ONE, new Row("2", "in_progress", "", "Suporte")),
                List.of(ONE, new Row("2", "waiting", "Ana Prado", "Suporte")),
                List.of(ONE, new Row("2", "waiting", "", "Financeiro")))) {
            assertThat(new Screen("waiting", "", rows, TALK).faults(RIGHT)).hasSize(1);
        }
        for (var open : List.of(
                Open.NOTHING,
                new Open("1", "closed", "", List.of("oi")),
                new Open("1", "waiting", "Ana Prado", List.of("oi")),
                new Open("1", "waiting", "", List.of("oi", "oi")))) {
            assertThat(new Screen("waiting", "", List.of(ONE, TWO), open).faults(RIGHT))
                    .hasSize(1);
        }
    }

    @Test
    void of_mine_the_order_is_the_pages_own() {
        var mine = new Screen("mine", "", List.of(ONE, TWO), TALK);

        assertThat(new Screen("mine", "", List.of(TWO, ONE), TALK).faults(mine)).isEmpty();
    }
}
