package dev.rota.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Minha instalação, por favor | instalacoes | Minha [instalação], por favor",
                "Boleto e BOLETOS, bole-to | boleto | [Boleto] e [BOLETOS], bole-to",
                "a segunda via do boleto; boleto via | `\"via do boleto\"` | a segunda [via] do [boleto]; boleto via",
                "fatura faturamento fato | fatu* | [fatura] [faturamento] fato",
                "a conta e\u0301 alta 👍🏽 demais | alta | a conta e\u0301 [alta] 👍🏽 demais",
                "2ª via | 2a | [2ª] via",
                "nada disto | boleto | nada disto",
            })
    void what_was_looked_for_is_told_from_the_rest(String text, String typed, String marked) {
        assertThat(marked(text, typed)).isEqualTo(marked);
    }

    @Test
    void of_a_long_text_the_part_around_the_first_find_is_shown() {
        var text = "palavra ".repeat(200) + "boleto " + "depois ".repeat(200);

        var excerpt = marked(text, "boleto");

        assertThat(excerpt)
                .startsWith("…palavra ")
                .contains(" [boleto] depois ")
                .endsWith("…");
        assertThat(excerpt.length()).isBetween(200, 260);
    }

    @Test
    void a_long_text_is_never_cut_within_a_character() {
        var text = "boleto " + "😀".repeat(400);

        assertThat(Excerpt.of(text, Query.of("boleto").terms()).stream().map(Excerpt.Part::text))
                .allSatisfy(part -> assertThat(part).isNotEmpty())
                .noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    private static String marked(String text, String typed) {
        return Excerpt.of(text, Query.of(typed).terms()).stream()
                .map(part -> part.found() ? "[" + part.text() + "]" : part.text())
                .collect(joining());
    }
}
