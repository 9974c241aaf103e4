package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PausePageTest extends AtThePanel {

    private static final String PAGE = "/floor/queues/support/pause";

    @Autowired
    FakePauses pauses;

    @BeforeEach
    void a_visitor() {
        pauses.clear();
    }

    @Test
    void what_comes_of_it_is_shown_before_the_queue_is_paused() throws Exception {
        visitor.as("otto");

        assertThat(visitor.get("/floor").body()).contains("href=\"" + PAGE + "\"");
        assertThat(visitor.get(PAGE + "?minutes=30").body())
                .contains("2 conversations go on waiting; 3 places are left empty with one person at work.")
                .contains("value=\"30\" selected");
        assertThat(pauses.asked).isEmpty();

        assertThat(visitor.post(PAGE, "minutes", "30", "reason", "the tariff is wrong")
                        .statusCode())
                .isEqualTo(302);
        assertThat(pauses.asked).containsExactly("put support 30 min: the tariff is wrong by otto");
    }

    @Test
    void a_paused_queue_says_so_and_its_pause_is_ended_by_a_button() throws Exception {
        visitor.as("otto");
        visitor.post(PAGE, "minutes", "30", "reason", "the tariff is wrong");

        assertThat(visitor.get("/floor").body())
                .containsPattern("paused until \\d\\d:\\d\\d")
                .contains("End the pause");
        assertThat(visitor.get(PAGE).body())
                .contains("by otto: the tariff is wrong", "2 conversations wait, and 3 places are free");

        assertThat(visitor.post(PAGE + "/end", "id", "1").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/floor").body()).doesNotContain("paused until");
    }

    @Test
    void what_is_refused_is_said_and_nothing_typed_is_lost() throws Exception {
        visitor.as("otto");
        visitor.post(PAGE, "minutes", "30", "reason", "first");
        pauses.hide();

        var refused = visitor.post(PAGE, "minutes", "15", "reason", "the <b>tariff</b>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("role=\"alert\"", "is paused already", "value=\"the &lt;b&gt;tariff&lt;/b&gt;\"")
                .contains("value=\"15\" selected");
    }

    @Test
    void an_agent_is_shown_no_way_to_it() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/floor").body()).doesNotContain(PAGE);
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(visitor.as("otto").get("/floor/queues/nothing/pause").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Pause the queue Suporte?",
        "pt, Parar a distribuição da fila Suporte?",
        "es, ¿Detener el reparto de la cola Suporte?"
    })
    void it_speaks_the_readers_language(String language, String title) throws Exception {
        visitor.as("otto");

        assertThat(visitor.get(PAGE, "Accept-Language", language).body())
                .contains(title)
                .doesNotContain("??");
    }
}
