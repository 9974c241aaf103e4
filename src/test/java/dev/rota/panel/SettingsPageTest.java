package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.access.KeptSettings;
import dev.rota.access.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingsPageTest extends AtThePanel {

    @Autowired
    KeptSettings settings;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobody_has_chosen_anything() {
        jdbc.sql("DELETE FROM setting").update();
    }

    @ParameterizedTest
    @CsvSource({
        "en,    Settings, Your settings are kept.,     Desk",
        "pt-BR, Ajustes,  Seus ajustes foram guardados., Atendimento",
        "es,    Ajustes,  Sus ajustes se han guardado.,  Atención"
    })
    void who_chooses_a_language_has_it_at_once_on_every_page_of_every_browser(
            String language, String title, String kept, String desk) throws Exception {
        visitor.as("ana");
        assertThat(visitor.get("/settings", "Accept-Language", language).body()).contains("<h1>" + title + "</h1>");

        var answer = visitor.post("/settings", "language", language, "singleKeys", "true");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/settings?kept"));
        assertThat(visitor.get("/settings?kept", "Accept-Language", "de").body())
                .contains(kept);

        var elsewhere = new Visitor(port).as("ana");
        for (var page : new String[] {"/", "/floor", "/settings"}) {
            assertThat(elsewhere.get(page, "Accept-Language", "de,en,es,pt").body())
                    .contains("lang=\"" + language + "\"", "href=\"/settings\"");
        }
        assertThat(elsewhere.get("/").body()).contains("<title>" + desk + " · Rota</title>");
        assertThat(new Visitor(port).as("bia").get("/", "Accept-Language", "en").body())
                .contains("lang=\"en\"");
        elsewhere.post("/logout");
        assertThat(elsewhere.get("/login", "Accept-Language", "en").body()).contains("lang=\"en\"");
    }

    @Test
    void what_is_not_chosen_is_as_the_browser_asks_and_as_it_always_was() throws Exception {
        assertThat(settings.of("ana")).isEqualTo(new Settings(null, true, false));
        visitor.as("ana");
        visitor.post("/settings", "language", "", "enterSends", "true");

        assertThat(settings.of("ana")).isEqualTo(new Settings(null, false, true));
        assertThat(visitor.get("/", "Accept-Language", "es").body())
                .contains("lang=\"es\"", "data-keys=\"false\"", "data-enter=\"true\"");
    }

    @Test
    void a_language_that_the_panel_does_not_speak_is_a_sentence_at_its_field_and_changes_nothing() throws Exception {
        visitor.as("ana");
        visitor.post("/settings", "language", "es", "singleKeys", "true");

        var refused = visitor.post("/settings", "language", "<b>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("El panel no habla &#39;&lt;b&gt;&#39;; se esperaba inglés, portugués o español.")
                .contains("aria-invalid=\"true\" aria-describedby=\"fault\"");
        assertThat(settings.of("ana")).isEqualTo(new Settings("es", true, false));
        assertThat(visitor.post("/settings", "singleKeys", "perhaps").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "otto", "admin"})
    void everybody_has_settings_and_nobody_has_those_of_another(String person) throws Exception {
        visitor.as(person);
        visitor.post("/settings", "language", "pt-BR");

        assertThat(settings.of(person).language()).isEqualTo("pt-BR");
        assertThat(jdbc.sql("SELECT count(*) FROM setting").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void a_stranger_has_none() throws Exception {
        assertThat(visitor.get("/settings").statusCode()).isEqualTo(302);
        visitor.get("/login");
        assertThat(visitor.post("/settings", "language", "es").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }
}
