package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Whole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was ever said is searched and read back on pages, in the reader's language, and is never more than text. */
class PastPagesTest extends AtThePanel {

    @BeforeEach
    void ana_looks() throws Exception {
        visitor.as("ana");
    }

    @Test
    void what_was_found_is_marked_and_leads_to_its_message() throws Exception {
        var id = desk.arrives("Maria Souza", "Quero a segunda via do boleto vencido");

        var page = search("boletos");

        assertThat(page)
                .contains("Quero a segunda via do <mark>boleto</mark> vencido", "Maria Souza", "20261124-000001")
                .contains("href=\"/conversations/" + id + "?tab=waiting#message-" + id + "0\"")
                .doesNotContain("<style", " style=", "??")
                .doesNotContainPattern("<script(?! defer src)");
        assertThat(visitor.get("/conversations/" + id).body()).contains("id=\"message-" + id + "0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | nome:maria | There is no filter “nome”.",
                "pt | nome:maria | Não há filtro “nome”.",
                "es | nome:maria | No hay filtro «nome».",
                "en | de a o | Almost every message has “de a o”.",
                "pt | ! | Não há nenhuma palavra.",
                "es | *oi | el asterisco va",
            })
    void what_cannot_be_looked_for_stays_in_the_field_with_a_sentence(String language, String typed, String sentence)
            throws Exception {
        var answer = visitor.get("/search?q=" + encoded(typed), "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("value=\"" + typed + "\"", "role=\"alert\"", "aria-describedby=\"fault\"", sentence)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"en, Nothing found., Search", "pt, Nada encontrado., Buscar", "es, No se encontró nada., Buscar"})
    void nothing_found_is_said_in_the_readers_language(String language, String sentence, String title)
            throws Exception {
        var page = visitor.get("/search?q=boleto", "Accept-Language", language).body();

        assertThat(page).contains(sentence, "<h1>" + title + "</h1>").doesNotContain("??", "role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> boleto",
                "boleto\"><img src=x onerror=alert(1)>",
                "<mark>boleto</mark> ' onmouseover='alert(1)",
                "${T(java.lang.Runtime).getRuntime()} boleto",
                "__${7*7}__ boleto",
                "[[${7*7}]] boleto",
                "</ol></main><svg onload=alert(1)> boleto"
            })
    void whatever_was_written_is_text(String evil) throws Exception {
        var id = desk.arrives(evil, evil);

        for (var page : new String[] {
            search("boleto"), visitor.get("/customers/" + id + "/history").body()
        }) {
            assertThat(page)
                    .contains("boleto")
                    .doesNotContain(
                            "<script>alert",
                            "<img src=x",
                            "<svg",
                            "' onmouseover",
                            ">49<",
                            "Runtime@",
                            "<mark>b" + "oleto</mark> '");
        }
        assertThat(visitor.get("/search?q=" + encoded("\"><img src=x> " + "boleto"))
                        .body())
                .doesNotContain("<img src=x>");
    }

    @Test
    void a_long_list_goes_on_page_by_page() throws Exception {
        var id = desk.arrives("Maria Souza", "boleto 0");
        for (int n = 1; n <= 40; n++) {
            desk.says(id, said(1000 + n, "boleto " + n));
        }

        var first = search("boleto");
        var next = first.replaceAll("(?s).*href=\"(/search\\?q=boleto&amp;cursor=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        var second = visitor.get(next).body();

        assertThat(first).contains("> 40<", "> 11<").doesNotContain("> 10<");
        assertThat(second).contains("> 10<", "> 0<").doesNotContain("> 11<", "cursor=");
    }

    @Test
    void a_history_shows_each_chapter_and_goes_back() throws Exception {
        var first = desk.arrives("Maria Souza", "a conta de janeiro");
        desk.close(first, 1, ANA);
        var second = desk.arrives("Maria Souza", "a conta de maio");
        for (int n = 1; n <= 60; n++) {
            desk.says(second, said(1000 + n, "mais " + n));
        }

        var newest = visitor.get("/customers/1/history").body();
        assertThat(newest)
                .contains("All that was said with Maria Souza", "href=\"/conversations/2\"", "mais 60", "mais 11")
                .contains("/customers/1/history?cursor=")
                .doesNotContain("janeiro", "mais 10<", "??");
        assertThat(newest.split("mais 60<", -1)).as("once").hasSize(2);
        var older = newest.replaceAll("(?s).*href=\"(/customers/1/history\\?cursor=[^\"]+)\".*", "$1");

        assertThat(visitor.get(older).body())
                .contains("a conta de janeiro", "a conta de maio", "mais 10<", "href=\"/conversations/1\"", "Closed ");
        assertThat(visitor.get(older, "HX-Request", "true").body())
                .contains("a conta de janeiro")
                .doesNotContain("<html", "id=\"older\"");
    }

    @Test
    void a_conversation_leads_to_what_was_said_before_it() throws Exception {
        var first = desk.arrives("Maria Souza", "a conta de janeiro");
        var second = desk.arrives("Maria Souza", "a conta de maio");

        assertThat(visitor.get("/conversations/" + first).body()).doesNotContain("id=\"older\"");
        assertThat(visitor.get("/conversations/" + second).body())
                .contains("id=\"older\"", "/customers/2/history?cursor=", "href=\"/customers/2/history\"");
        assertThat(visitor.get("/conversations/" + second + "/parts").body()).doesNotContain("id=\"older\"");
    }

    @Test
    void the_desk_leads_to_the_search_with_what_was_typed() throws Exception {
        assertThat(visitor.get("/").body()).contains("href=\"/search\"");
        assertThat(visitor.get("/conversations?q=" + encoded("a&b \"c")).body())
                .contains("href=\"/search?q=a%26b%20%22c\"");
    }

    @Test
    void strangers_are_led_to_the_login() throws Exception {
        var stranger = new Visitor(port);

        assertThat(stranger.get("/search?q=boleto").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/customers/1/history").statusCode()).isEqualTo(302);
    }

    private String search(String typed) throws Exception {
        return visitor.get("/search?q=" + encoded(typed)).body();
    }

    private static Whole.Message said(long id, String text) {
        return new Whole.Message(id, null, "in", "text", text, Instant.parse("2026-11-24T12:00:00Z"), null, null, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
