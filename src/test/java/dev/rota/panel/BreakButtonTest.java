package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@Import(BreakButtonTest.Noon.class)
class BreakButtonTest extends AtThePanel {

    /** Whenever it runs it is about noon, when Ana works. No {@code @TestConfiguration}: the scan of the panel would find it. */
    static class Noon {

        @Bean
        @Primary
        Clock noon() {
            var now = ZonedDateTime.now(ZoneId.of("America/Sao_Paulo"));
            return Clock.offset(Clock.systemUTC(), Duration.between(now, now.with(LocalTime.NOON)));
        }
    }

    @Autowired
    FakeFloor.Declared presences;

    @BeforeEach
    void nothing_is_declared() {
        presences.all.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "en, on shift until 22:00, Take a break, on a break until, I am back",
        "pt, no turno até 22:00, Fazer uma pausa, em pausa até, Voltei",
        "es, de turno hasta 22:00, Hacer una pausa, en pausa hasta, Ya volví"
    })
    void the_state_and_the_way_to_change_it_are_in_the_readers_language(
            String language, String there, String leave, String gone, String back) throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/presence", "Accept-Language", language).body())
                .contains(there, leave)
                .doesNotContain(back);
        visitor.post("/presence", "there", "false");
        assertThat(visitor.get("/presence", "Accept-Language", language).body())
                .contains(gone, back)
                .doesNotContain(leave);
    }

    @Test
    void the_button_says_what_the_api_says() throws Exception {
        visitor.as("ana");

        assertThat(visitor.post("/presence", "there", "false").body()).contains("presence-back");
        assertThat(presences.all.get("ana"))
                .satisfies(now -> assertThat(now.state()).isEqualTo(Presence.State.BREAK));
        assertThat(visitor.post("/presence", "there", "true").body()).contains("presence-break");
        assertThat(presences.all.get("ana"))
                .satisfies(now -> assertThat(now.state()).isEqualTo(Presence.State.AVAILABLE));
    }

    @Test
    void the_desk_asks_for_it_and_who_is_no_agent_has_no_button() throws Exception {
        visitor.as("otto");

        assertThat(visitor.get("/").body()).contains("hx-get=\"/presence\"");
        assertThat(visitor.get("/presence").body()).doesNotContain("<button", "<span");
        var refused = visitor.post("/presence", "there", "false");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is no agent &#39;otto&#39;");
        assertThat(visitor.post("/presence", "there", "perhaps").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "en, End the break of Ana Prado?, '2 places are free then, and 2 conversations wait'",
        "pt, Encerrar a pausa de Ana Prado?, '2 vagas ficam livres, e 2 conversas esperam'",
        "es, ¿Terminar la pausa de Ana Prado?, '2 plazas quedan libres, y 2 conversaciones esperan'"
    })
    void a_supervisor_sees_what_ending_a_break_does_then_ends_it_and_may_undo_that(
            String language, String title, String effect) throws Exception {
        visitor.as("ana");
        visitor.post("/presence", "there", "false");
        visitor.as("otto");

        assertThat(visitor.get("/floor").body()).contains("id=\"back-ana\" href=\"/floor?back=ana");
        assertThat(visitor.get("/floor?back=ana", "Accept-Language", language).body())
                .contains(title, effect);
        assertThat(state()).isEqualTo(Presence.State.BREAK);
        assertThat(visitor.post("/floor/agents/ana/presence", "there", "true").statusCode())
                .isEqualTo(302);
        assertThat(state()).isEqualTo(Presence.State.AVAILABLE);
        assertThat(visitor.get("/floor").body()).contains("id=\"undo-ana\"").doesNotContain("id=\"back-ana\"");
        visitor.post("/floor/agents/ana/presence", "there", "false");
        assertThat(state()).isEqualTo(Presence.State.BREAK);
    }

    @Test
    void what_narrowed_the_page_still_does_afterwards() throws Exception {
        visitor.as("ana");
        visitor.post("/presence", "there", "false");
        visitor.as("otto");

        assertThat(visitor.get("/floor?team=support").body())
                .contains("/floor?back=ana&amp;number=&amp;team=support\"");
        assertThat(visitor.get("/floor?team=support&back=ana").body())
                .contains("<input type=\"hidden\" name=\"team\" value=\"support\">");
        var ended = visitor.post("/floor/agents/ana/presence", "there", "true", "team", "support");
        assertThat(ended.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/floor?team=support"));
        assertThat(visitor.post("/floor/agents/mallory/presence", "there", "true", "team", "support")
                        .body())
                .contains("value=\"support\" selected");
    }

    @Test
    void who_is_no_supervisor_ends_no_break_and_what_is_none_has_no_effect() throws Exception {
        visitor.as("ana");
        visitor.post("/presence", "there", "false");

        assertThat(visitor.get("/floor?back=ana").body()).doesNotContain("back-ana", "id=\"effect\"");
        assertThat(visitor.post("/floor/agents/ana/presence", "there", "true").statusCode())
                .isEqualTo(403);
        visitor.as("otto");
        assertThat(visitor.get("/floor?back=mallory").body()).doesNotContain("id=\"effect\"");
        var refused = visitor.post("/floor/agents/mallory/presence", "there", "true");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is no agent &#39;mallory&#39;");
    }

    private Presence.State state() {
        return Objects.requireNonNull(presences.all.get("ana")).state();
    }
}
