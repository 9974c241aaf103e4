package dev.rota.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as mentioned. */
class PhrasesTest {

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
                    mañana,                  manana,        true
                    ¿Cuándo?,                cuando,        true
                    fora  do - ar,           fora do ar,    true
                    fora agora do ar,        fora do ar,    false
                    do ar fora,              fora do ar,    false
                    fora do,                 fora do ar,    false
                    fora do fora do ar,      fora do ar,    true
                    sem sinal,               sem sinal,     true
                    segunda-via,             segunda via,   true
                    *boleto* _já_,           boleto já,     true
                    ΟΔΟΣ,                    οδός,          true
                    İstanbul,                istanbul,      true
                    2ª via,                  2a via,        true
                    2a via,                  2ª via,        true
                    nº 5,                    no 5,          true
                    oi 👋🏽 boleto,           boleto,        true
                    boleto❤️fatura,          fatura,        true
                    boleto👨‍👩‍👧fatura,       boleto,        true
                    1️⃣ opção,               1 opcao,       true
                    boleto™,                 boleto,        true
                    bole\u00ADto,            boleto,        true
                    can't pay,               can't,         true
                    caiu,                    !?,            false
                    '',                      caiu,          false
                    👍,                      caiu,          false
                    """)
    void words_are_whole_and_in_their_order_whatever_their_accents_and_capitals(
            String text, String phrase, boolean mentioned) {
        assertThat(mentions(text, phrase)).isEqualTo(mentioned);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        // Portuguese
        "cancelamento, cancelamentos",
        "fatura, faturas",
        "sinal, sinais",
        "canal, canais",
        "real, reais",
        "avião, aviões",
        "conexão, conexões",
        "ligação, ligações",
        "pão, pães",
        "capitão, capitães",
        "mão, mãos",
        "cidadão, cidadãos",
        "papel, papéis",
        "móvel, móveis",
        "fácil, fáceis",
        "perfil, perfis",
        "lençol, lençóis",
        "azul, azuis",
        "mensagem, mensagens",
        "bom, bons",
        "luz, luzes",
        "vez, vezes",
        "mês, meses",
        "país, países",
        "português, portugueses",
        "gás, gases",
        "motor, motores",
        "lei, leis",
        "café, cafés",
        "chip, chips",
        "segunda via, segundas vias",
        "conta de luz, contas de luz",
        "sem sinal, sem sinais",
        // Spanish
        "factura, facturas",
        "luz, luces",
        "vez, veces",
        "señal, señales",
        "plan, planes",
        "red, redes",
        "mes, meses",
        "avión, aviones",
        "conexión, conexiones",
        "imagen, imágenes",
        "ley, leyes",
        "móvil, móviles",
        "inglés, ingleses",
        "reclamación, reclamaciones",
        "número de cliente, números de clientes",
        // English
        "invoice, invoices",
        "city, cities",
        "bill, bills",
        "key, keys",
        "box, boxes",
        "address, addresses",
        "batch, batches",
        "bus, buses",
        "tax, taxes",
        "plan, plans",
        "TV, TVs",
        "delivery, deliveries",
        "credit card, credit cards"
    })
    void a_word_is_mentioned_in_the_singular_and_in_the_plural(String singular, String plural) {
        assertThat(mentions("oi " + plural + "!", singular)).as("plural").isTrue();
        assertThat(mentions("oi " + singular + "!", plural)).as("singular").isTrue();
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({
        "mês, mesa",
        "mês, me",
        "mesa, mês",
        "conta, contar",
        "conta, conto",
        "mal, mais",
        "mil, mis",
        "país, pai",
        "seis, sei",
        "dois, doi",
        "news, new",
        "mães, mão",
        "mãe, mão",
        "caso, casa",
        "plano, plan",
        "plan, planta",
        "luz, lua",
        "cliente, client",
        "clientes, client",
        "pago, paga",
        "pass, pas",
        "gás, ga",
        "cor, coro",
        "fatura, faturamento",
        "sinal, sinalizar",
        "bill, billing",
        "city, cite",
        "não, nos",
        "cais, cal",
        "pix, pi",
        "invoice, voice",
        "no, nos",
        "a, as"
    })
    void the_rules_for_plurals_make_no_other_word_of_it(String phrase, String text) {
        assertThat(mentions(text, phrase)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quero o boleto", "fora do ar", "segunda via da conta", "cadê a fatura?"})
    void one_of_many_is_enough(String text) {
        assertThat(Phrases.of(List.of("boleto", "fatura", "segunda via", "segunda chance", "fora do ar"))
                        .areIn(text))
                .isTrue();
    }

    @Test
    void an_accent_may_be_a_character_of_its_own() {
        assertThat(mentions("conexa\u0303o", "conexão")).isTrue();
    }

    @Test
    void a_text_that_no_customer_would_write_is_looked_through_as_well() {
        assertThat(mentions("boleto boleto segunda ".repeat(50_000) + "via", "segunda via"))
                .isTrue();
    }

    private static boolean mentions(String text, String phrase) {
        return Phrases.of(List.of(phrase)).areIn(text);
    }
}
