package dev.rota.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language somebody writes. */
class LanguagesTest {

    private final Languages languages = new Languages();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            textBlock =
                    """
                    Boa noite caiu minha fibra de novo,           pt
                    Segunda via do boleto por favor,              pt
                    não consigo acessar a fatura,                 pt
                    NÃO CONSIGO ACESSAR A FATURA!!!,              pt
                    ainda nao recebi o boleto desse mes,          pt
                    minha internet está muito lenta hoje 😡,      pt
                    Buenas noches no tengo internet desde ayer,   es
                    necesito la factura por favor,                es
                    todavía no recibí la factura de este mes,     es
                    ¿cuánto cuesta el plan de 500 megas?,         es
                    please send me the invoice,                   en
                    my internet is very slow today,               en
                    I can't see my bill,                          en
                    see https://exemplo.com.br/minha/fatura/de/novembro I need to talk to someone, en
                    oi,                                           ,
                    quero cancelar,                               ,
                    bom dia,                                      ,
                    ok,                                           ,
                    internet,                                     ,
                    1234 5678 9012,                               ,
                    👍👍👍,                                       ,
                    https://exemplo.com.br/minha/fatura/de/novembro, ,
                    パスワードを忘れました お願いします ありがとう, ,
                    '',                                           ,
                    """)
    void a_text_is_in_one_of_three_languages_or_it_is_not_told(String text, @Nullable String language) {
        assertThat(languages.apply(text)).isEqualTo(language);
    }

    @Test
    void a_long_text_is_told_by_its_beginning_and_each_time_the_same() {
        var text = "necesito la factura de este mes por favor ".repeat(1000);

        assertThat(IntStream.range(0, 20).mapToObj(n -> languages.apply(text))).containsOnly("es");
    }
}
