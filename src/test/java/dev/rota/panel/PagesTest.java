package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PagesTest extends AtThePanel {

    @Autowired
    PanelAlone.Seen seen;

    @ParameterizedTest
    @CsvSource({
        "en,         Waiting,         In progress,     Closed",
        "pt,         Esperando,       Em atendimento,  Encerrada",
        "pt-PT,      Esperando,       Em atendimento,  Encerrada",
        "es-MX,      En espera,       En curso,        Cerrada",
        "'fr,es;q=0.5', En espera,    En curso,        Cerrada",
        "fr,         Waiting,         In progress,     Closed"
    })
    void a_conversation_shows_its_status_in_the_readers_language(
            String language, String waiting, String inProgress, String closed) throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        visitor.as("ana");
        var page = "/conversations/" + id;

        assertThat(visitor.get(page, "Accept-Language", language).body())
                .contains("status waiting", ">" + waiting + "<");
        desk.claim(id, 1, ANA);
        assertThat(visitor.get(page, "Accept-Language", language).body())
                .contains("status in_progress", ">" + inProgress + "<", "Ana Prado took it");
        desk.close(id, 2, ANA);
        assertThat(visitor.get(page, "Accept-Language", language).body()).contains("status closed", ">" + closed + "<");
    }

    @Test
    void the_ticket_in_the_helpdesk_is_linked_and_metas_id_of_an_answer_is_no_ticket() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        visitor.as("ana");

        assertThat(visitor.get("/conversations/" + id).body())
                .contains("href=\"https://zendesk.example/4711\"", "zendesk 4711")
                .doesNotContain("wamid.HBgN");
    }

    @Test
    void the_list_has_a_tab_for_each_question() throws Exception {
        desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(desk.arrives("João Lima", "oi"), 1, ANA);
        visitor.as("ana");

        assertThat(visitor.get("/").body()).contains("Maria Souza").doesNotContain("João Lima");
        assertThat(visitor.get("/?tab=mine").body()).contains("João Lima").doesNotContain("Maria Souza");
        assertThat(visitor.get("/conversations?tab=team").body())
                .contains("João Lima")
                .doesNotContain("<html");
        assertThat(visitor.get("/?tab=closed").body()).contains("Nothing is closed yet.");
        assertThat(visitor.get("/?q=nobody").body()).contains("Nothing found.");
    }

    @Test
    void a_filter_stands_in_the_address_and_a_broken_one_is_a_sentence_beside_the_field() throws Exception {
        desk.arrives("Maria Souza", "minha internet caiu");
        visitor.as("ana");

        var found =
                visitor.get("/conversations?tab=waiting&q=wait:%3E1m+Maria", "HX-Request", "true", "HX-Trigger", "q");
        assertThat(found.headers().firstValue("HX-Replace-Url")).contains("/?tab=waiting&q=wait%3A%3E1m%20Maria");
        assertThat(found.body()).contains("Maria Souza");
        assertThat(visitor.get("/conversations?tab=waiting").headers().firstValue("HX-Replace-Url"))
                .isEmpty();

        var broken = visitor.get("/?q=ownr:%3Cb%3E");
        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.body())
                .contains("There is no filter “ownr”.", "value=\"ownr:&lt;b&gt;\"")
                .doesNotContain("Maria Souza");
        assertThat(visitor.get("/?q=wait:soon", "Accept-Language", "pt").body()).contains("escreva um tempo como 10m");
    }

    @Test
    void a_customer_without_a_name_is_the_end_of_a_phone() throws Exception {
        desk.arrives(null, "oi");
        visitor.as("ana");

        assertThat(visitor.get("/").body()).contains("••••1234").doesNotContain("5511987651234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "${T(java.lang.Runtime).getRuntime()}",
                "__${7*7}__",
                "[[${7*7}]]",
                "</textarea><svg onload=alert(1)>"
            })
    void whatever_a_customer_writes_is_text(String evil) throws Exception {
        var id = desk.arrives(evil, evil);
        visitor.as("ana");

        for (var path : new String[] {"/", "/conversations/" + id, "/conversations/" + id + "/parts"}) {
            assertThat(visitor.get(path).body())
                    .doesNotContain("<script>alert", "<img src=x", "<svg", "' onmouseover", ">49<", "Runtime@")
                    .contains(escaped(evil));
        }
    }

    @Test
    void a_command_answers_with_the_conversation_as_it_is_then() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        visitor.as("ana");

        var answer = visitor.post("/conversations/" + id + "/claim", "epoch", "1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("hx-swap-oob", "status in_progress").doesNotContain("<textarea", "<html");
    }

    @Test
    void a_refused_command_says_in_a_sentence_who_has_it() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        visitor.as("otto");
        desk.claim(id, 1, ANA);

        var answer = visitor.post("/conversations/" + id + "/close", "epoch", "1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The conversation has changed since you saw it: Ana Prado has it now.");
    }

    @Test
    void a_reply_carries_the_epoch_and_what_was_seen() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        visitor.as("ana");
        var page = visitor.get("/conversations/" + id).body();
        assertThat(page)
                .contains(
                        "name=\"epoch\" form=\"composer\" value=\"2\"", "name=\"seen\" form=\"composer\" value=\"10\"");

        var answer =
                visitor.post("/conversations/" + id + "/reply", "epoch", "2", "seen", "10", "text", "Já vamos ver");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Já vamos ver", "delivered");
        assertThat(answer.headers().firstValue("HX-Trigger-After-Swap")).contains("done-reply");
        var empty = visitor.post("/conversations/" + id + "/reply", "epoch", "2", "seen", "11", "text", "  ");
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    @Test
    void whoever_opens_a_conversation_or_answers_has_read_and_the_composer_says_who_types() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        visitor.as("ana");
        seen.signs.clear();
        visitor.get("/conversations/" + id + "?peek=true");
        assertThat(seen.signs).isEmpty();
        var page = visitor.get("/conversations/" + id).body();
        assertThat(page).contains("data-typing=\"/conversations/" + id + "/typing\"");

        assertThat(visitor.post("/conversations/" + id + "/typing").statusCode())
                .isEqualTo(204);
        visitor.post("/conversations/" + id + "/reply", "epoch", "2", "seen", "10", "text", "Já vamos ver");

        assertThat(seen.signs).containsExactly("ana reads " + id, "ana types to " + id, "ana reads " + id);
    }

    @Test
    void a_reply_may_bring_a_file_and_says_what_meta_would_not_take() throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        visitor.as("ana");
        assertThat(visitor.get("/conversations/" + id).body())
                .contains("hx-encoding=\"multipart/form-data\"", "type=\"file\"");
        var path = "/conversations/" + id + "/reply";

        var refused = visitor.upload(path, "fatura.pdf", "MZ", "epoch", "2", "seen", "10", "text", "a fatura");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Meta takes no files of type application/x-msdownload");

        var sent =
                visitor.upload(path, "fatura.pdf", "%PDF-1.7", "epoch", "2", "seen", "10", "text", "a fatura é esta");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("a fatura é esta", ">Document<");
        var tooLarge = visitor.upload(path, "filme.mp4", "x".repeat(1_200_000), "epoch", "2");
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("id=\"notice\"", "this one is larger");
        assertThat(visitor.upload(path, "", "", "epoch", "2", "seen", "11", "text", "só texto")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/conversations/17").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/conversations/17/parts").body()).contains("no longer in a queue that you see");
        assertThat(visitor.post("/conversations/17/claim", "epoch", "1").statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/conversations/17/explode", "epoch", "1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_script_and_style_of_a_page_exists_and_none_is_inline() throws Exception {
        visitor.as("ana");
        var page = visitor.get("/").body();

        var files = Pattern.compile("(?:src|href)=\"(/(?:webjars|panel)/[^\"]+)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (var file : files) {
            assertThat(visitor.get(file.group(1)).statusCode())
                    .as(file.group(1))
                    .isEqualTo(200);
        }
        assertThat(page)
                .doesNotContain("<style", " style=", "javascript:")
                .doesNotContainPattern("<script(?! defer src)")
                .containsOnlyOnce("<head>");
    }

    @Test
    void all_scripts_of_the_panel_are_at_most_150_kilobytes_compressed() throws Exception {
        visitor.as("ana");
        var pages = visitor.get("/").body()
                + visitor.get("/floor").body()
                + visitor.get("/reports").body();
        var scripts = Pattern.compile("<script defer src=\"([^\"]+)\"")
                .matcher(pages)
                .results()
                .map(script -> script.group(1))
                .distinct()
                .toList();
        var compressed = new ByteArrayOutputStream();
        for (var script : scripts) {
            try (var zip = new GZIPOutputStream(compressed)) {
                zip.write(visitor.get(script).body().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(scripts).hasSizeGreaterThan(5).anyMatch(script -> script.contains("chart"));
        assertThat(compressed.size()).isBetween(10_000, 150_000);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
