package dev.rota.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as said. */
class WordsTest {

    @ParameterizedTest(name = "\"{0}\" mentions \"{1}\": {2}")
    @CsvSource(
            textBlock =
                    """
                    caiu minha fibra,        caiu,          true
                    CAIU!!!,                 caiu,          true
                    encaiu,                  caiu,          false
                    caiu,                    cai,           false
                    a conexão caiu,          CONEXAO,       true
                    a conexao caiu,          conexão,       true
                    fora  do - ar,           fora do ar,    true
                    fora agora do ar,        fora do ar,    false
                    sem sinal,               sem sinal,     true
                    segunda-via,             segunda via,   true
                    ΟΔΟΣ,                    οδός,          true
                    İstanbul,                istanbul,      true
                    2ª via,                  2ª via,        true
                    oi 👋🏽 boleto,           boleto,        true
                    caiu,                    !?,            false
                    '',                      caiu,          false
                    """)
    void a_phrase_is_mentioned_when_its_words_are(String text, String phrase, boolean mentioned) {
        assertThat(Words.of(text).contain(phrase)).isEqualTo(mentioned);
    }

    @ParameterizedTest
    @CsvSource({"conexa\u0303o", "conexão"})
    void an_accent_may_be_a_character_of_its_own(String text) {
        assertThat(Words.of(text).contain("conexão")).isTrue();
    }
}
