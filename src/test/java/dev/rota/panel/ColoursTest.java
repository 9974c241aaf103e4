package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever colour a number has, its name is read on it; WCAG asks for 4.5 to 1. */
class ColoursTest {

    private static final double ENOUGH = 4.5;

    @Test
    void letters_are_read_on_every_colour() {
        var random = new Random(1);
        var greys = IntStream.range(0, 256).mapToObj(n -> "%02x%02x%02x".formatted(n, n, n));
        var others =
                Stream.generate(() -> "%06x".formatted(random.nextInt(1 << 24))).limit(50_000);

        assertThat(Stream.concat(greys, others))
                .allSatisfy(colour -> assertThat(contrast(colour, Colours.letters(colour)))
                        .as(colour)
                        .isGreaterThanOrEqualTo(ENOUGH));
    }

    @Test
    void the_other_letters_would_not_be() {
        assertThat(contrast("0f766e", "#000")).isLessThan(ENOUGH);
        assertThat(contrast("facc15", "#fff")).isLessThan(ENOUGH);
        assertThat(contrast("000000", "#fff")).isEqualTo(21);
    }

    @Test
    void the_sheet_says_the_colours_and_not_whose_they_are() {
        assertThat(new Colours(FakeDesk.COMPANY).sheet())
                .isEqualToIgnoringNewLines(".chip.colour-7f7f7f { background: #7f7f7f; color: #000; }");
    }

    @Test
    void a_chip_says_the_word_and_the_name_unless_they_are_one() {
        var titles = new Titles(FakeDesk.COMPANY);

        assertThat(titles.chip("vendas")).isEqualTo(new Chip("vendas", "Comercial", "colour-7f7f7f"));
        assertThat(titles.chip("4711")).isEqualTo(new Chip("4711", null, null));
    }

    private static double contrast(String colour, String letters) {
        var ground = Colours.luminance(colour) + 0.05;
        var drawn = (letters.equals("#fff") ? 1 : 0) + 0.05;
        return Math.max(ground, drawn) / Math.min(ground, drawn);
    }
}
