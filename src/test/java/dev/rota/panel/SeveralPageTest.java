package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SeveralPageTest extends AtThePanel {

    private static final String LINK = "href=\"/floor/rows?tab=waiting&amp;q=\"";

    @Autowired
    FakeActions actions;

    @BeforeEach
    void two_wait() {
        actions.clear();
        desk.arrives("Maria <b>Souza</b>", "minha internet caiu");
        desk.arrives("João Lima", "oi");
    }

    @Test
    void what_would_come_of_a_choice_stands_above_the_button_that_does_it() throws Exception {
        visitor.as("otto");
        assertThat(visitor.get("/").body()).contains(LINK);
        assertThat(visitor.get("/floor/rows?tab=waiting").body())
                .contains("value=\"1:1\"", "value=\"2:1\"", "Maria &lt;b&gt;Souza&lt;/b&gt;")
                .doesNotContain("id=\"do\"");

        var shown = visitor.post(
                        "/floor/rows/effect",
                        "tab",
                        "waiting",
                        "kind",
                        "assign",
                        "agent",
                        "ana",
                        "reason",
                        "they asked",
                        "rows",
                        "1:1",
                        "rows",
                        "2:1")
                .body();

        assertThat(shown)
                .contains("One goes to Ana Prado", "One stays as it is", "Ana Prado: 3 instead of 2, of 5 at most")
                .contains("it has changed since you saw it: &lt;b&gt;Caio&lt;/b&gt; has it now", "id=\"do\"")
                .containsPattern("value=\"1:1\"[^>]* checked")
                .contains("value=\"they asked\"");
        assertThat(actions.asked)
                .containsExactly("preview assign ana 'they asked' [Seen[conversation=1, epoch=1], Seen[conversation=2,"
                        + " epoch=1]] by otto");
    }

    @Test
    void what_was_done_has_a_page_on_which_it_is_undone() throws Exception {
        visitor.as("otto");

        var answer = visitor.post("/floor/rows", "tab", "waiting", "kind", "release", "rows", "1:1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/floor/actions/1").body()).contains("One is given back", "id=\"undo\"");

        assertThat(visitor.post("/floor/actions/1/undo").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/floor/actions/1").body())
                .contains("It has been undone.", "restored")
                .doesNotContain("id=\"undo\"");
        var again = visitor.post("/floor/actions/1/undo");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("It has been undone already.");
    }

    @Test
    void what_is_refused_is_said_and_nothing_chosen_is_lost() throws Exception {
        visitor.as("otto");

        var nothing =
                visitor.post("/floor/rows/effect", "tab", "waiting", "kind", "move", "queue", "sales", "rows", "x:1");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("0 conversations are chosen", "value=\"sales\" selected");
        assertThat(visitor.post("/floor/rows", "rows", "1:1", "kind", "burn").body())
                .contains("It is not said what to do with them.");
        assertThat(visitor.get("/floor/rows?tab=waiting&q=ownr:me").body()).contains("role=\"alert\"");
    }

    @Test
    void who_is_no_supervisor_has_no_way_to_it() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/").body()).doesNotContain("/floor/rows");
        assertThat(visitor.get("/floor/rows").statusCode()).isEqualTo(403);
        assertThat(visitor.post("/floor/rows", "kind", "release", "rows", "1:1").statusCode())
                .isEqualTo(403);
        assertThat(visitor.as("admin").get("/floor/actions/1").statusCode()).isEqualTo(404);
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Several at once", "pt, Várias de uma vez", "es, Varias a la vez"})
    void it_speaks_the_readers_language(String language, String title) throws Exception {
        visitor.as("otto");
        visitor.post("/floor/rows", "kind", "release", "rows", "1:1");

        for (var page : new String[] {"/floor/rows", "/floor/actions/1"}) {
            assertThat(visitor.get(page, "Accept-Language", language).body())
                    .contains(title)
                    .doesNotContain("??");
        }
    }
}
