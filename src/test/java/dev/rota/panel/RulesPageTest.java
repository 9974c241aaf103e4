package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of routes and config, as a browser gets it. */
class RulesPageTest extends AtThePanel {

    @ParameterizedTest
    @CsvSource({
        "en, Routes and config,      Refused",
        "pt, Rotas e configuração,   Recusado",
        "es, Rutas y configuración,  Rechazado"
    })
    void what_is_in_force_what_was_refused_and_what_moved_is_shown(String language, String title, String refused)
            throws Exception {
        visitor.as("admin");

        var page = visitor.get("/rules", "Accept-Language", language).body();

        assertThat(page)
                .contains(">" + title + "<", ">" + refused + "<", "<code>0123456789ab</code>", ">engine-1<")
                .contains("config/teams.yaml:3: unknown key &#39;agnts&#39;", "routes/10-receive.camel.yaml")
                .contains(
                        "routes/triage/queue.camel.yaml:12: no queue is called",
                        "class=\"problems mended\"",
                        "aaaa56789abc")
                .contains("20261124-000001", ">support<", ">sales<")
                .doesNotContain("<style", " style=", "??")
                .doesNotContainPattern("<script(?! defer src)");
    }

    @Test
    void a_supervisor_sees_what_is_in_force_and_what_was_refused() throws Exception {
        visitor.as("otto");
        assertThat(visitor.get("/").body()).contains("href=\"/rules\"").doesNotContain("class=\"banner\"");
        assertThat(visitor.get("/rules").body()).contains("fedcba987654", "mended", "config/teams.yaml:3: unknown key");
    }

    @Test
    void an_administrator_is_told_at_the_desk_and_nobody_else() throws Exception {
        visitor.as("admin");
        assertThat(visitor.get("/").body()).contains("class=\"banner\"", "href=\"/rules\"");

        visitor.as("ana");
        assertThat(visitor.get("/").body()).doesNotContain("class=\"banner\"", "/rules");
        assertThat(visitor.get("/rules").statusCode()).isEqualTo(403);
    }
}
