package dev.rota.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void words_are_folded_and_taken_in_singular_and_plural() {
        var terms = Query.of("Instalações  boleto").terms();

        assertThat(terms).hasSize(2);
        assertThat(terms.get(0).words()).singleElement().satisfies(forms -> assertThat(forms)
                .contains("instalacoes", "instalacao"));
        assertThat(terms.get(1).words()).singleElement().satisfies(forms -> assertThat(forms)
                .contains("boleto", "boletos"));
    }

    @Test
    void a_phrase_is_one_term_without_its_little_words() {
        assertThat(Query.of("“segunda via do boleto”").terms())
                .singleElement()
                .satisfies(term -> assertThat(term.words()).hasSize(3));
        assertThat(Query.of("123.456.789-00").terms()).singleElement().satisfies(term -> assertThat(term.words())
                .containsExactly(Set.of("123"), Set.of("456"), Set.of("789"), Set.of("00")));
    }

    @Test
    void a_star_ends_the_beginning_of_a_word() {
        assertThat(Query.of("Fat*").terms()).containsExactly(new Term(List.of(Set.of("fat")), true));
        assertThat(Query.of("de*").terms()).containsExactly(new Term(List.of(Set.of("de")), true));
    }

    @Test
    void filters_stand_between_the_words() {
        var query =
                Query.of("caiu name:\"Maria Souza\" phone:98765-4321 number:vendas queue:n2 owner:none protocol:4217");

        assertThat(query.terms()).hasSize(1);
        assertThat(query.name()).isEqualTo("Maria Souza");
        assertThat(query.phone()).isEqualTo("98765-4321");
        assertThat(query.protocol()).isEqualTo("4217");
        assertThat(query.number()).isEqualTo("vendas");
        assertThat(query.queue()).isEqualTo("n2");
        assertThat(query.owner()).isEqualTo(Query.NONE);
        assertThat(query.isOfFew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rota.example/x", "14:30", "oi, tudo bem?", "(boleto|fatura)!", "👍 obrigado"})
    void what_people_paste_is_words(String pasted) {
        assertThat(Query.of(pasted).terms()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | WORDLESS",
                "`  ` | WORDLESS",
                "!&:*() | STAR",
                "!&() 👍 | WORDLESS",
                "`\"\"` | WORDLESS",
                "de a o | LITTLE",
                "`\"para o\"` | LITTLE",
                "`\"segunda via` | UNCLOSED",
                "segunda\"via | UNCLOSED",
                "name:\"maria | UNCLOSED",
                "* | STAR",
                "b* | STAR",
                "*boleto | STAR",
                "bo*to | STAR",
                "bol** | STAR",
                "nome:maria | UNKNOWN_FILTER",
                "name: | EMPTY_FILTER",
                "`name:\" \"` | EMPTY_FILTER",
                "name:maria name:joana | TWICE",
            })
    void what_cannot_be_looked_for_is_refused(String typed, Unsearchable.Fault fault) {
        assertThatThrownBy(() -> Query.of(typed))
                .isInstanceOfSatisfying(Unsearchable.class, refused -> assertThat(refused.fault())
                        .isEqualTo(fault));
    }

    @Test
    void a_refusal_is_a_sentence_with_what_was_expected() {
        assertThatThrownBy(() -> Query.of("x".repeat(10_000)))
                .hasMessage("10,000 characters are too many; expected at most 500");
        assertThatThrownBy(() -> Query.of("boleto\0")).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> Query.of("boleto ".repeat(17)))
                .hasMessage("17 words are too many; expected at most 16");
        assertThatThrownBy(() -> Query.of("nome:maria"))
                .hasMessage("there is no filter 'nome'; expected name, phone, protocol, number, queue or owner");
    }
}
