package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.conversation.Answering;
import dev.rota.desk.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be said from the panel besides plain words. */
class ComposerTest extends AtThePanel {

    private static final String[] ENGLISH = {"Accept-Language", "en"};

    @Test
    void the_fields_say_one_thing() {
        assertThat(answer("oi", "", "", "", "")).isEqualTo(new Answering(3, 7L, new Wording.Text("oi"), null));
        assertThat(answer("qual?", "", "", " Sim \n\nNão\n", " é urgente "))
                .isEqualTo(new Answering(
                        3,
                        7L,
                        new Wording.Buttons(
                                "qual?",
                                List.of(
                                        new Wording.Choice("Sim", "Sim", null),
                                        new Wording.Choice("Não", "Não", null))),
                        "é urgente"));
        assertThat(answer("draft", "visita|pt_BR", "Lia\nàs 9h", "x", null).wording())
                .isEqualTo(Wording.Template.unknown("visita", "pt_BR", List.of("Lia", "às 9h")));
        assertThatThrownBy(() -> answer(" ", null, null, "Sim", null)).hasMessageContaining("nothing to send");
    }

    @Test
    void the_composer_offers_the_templates_that_can_be_sent_counts_down_and_asks_a_manager_for_the_reason()
            throws Exception {
        visitor.as("ana");
        var id = desk.arrives("Maria Souza", "caiu");
        visitor.post("/conversations/" + id + "/claim", "epoch", "1");
        var page = visitor.get("/conversations/" + id, ENGLISH).body();
        assertThat(page)
                .contains("value=\"visita|pt_BR\"", "visita · pt_BR · Olá {{1}}", "data-left=\"true\"")
                .doesNotContain("foto|pt_BR", "name=\"anyway\"");

        visitor.post("/conversations/" + id + "/reply", "epoch", "2", "template", "visita|pt_BR", "parameters", "Lia");
        assertThat(visitor.get("/conversations/" + id, ENGLISH).body()).contains("[visita] Lia");
        assertThat(new Visitor(port)
                        .as("otto")
                        .get("/conversations/" + id, ENGLISH)
                        .body())
                .contains("name=\"anyway\"");
    }

    @Test
    void somebody_writes_first_and_finds_the_conversation_or_the_reason() throws Exception {
        visitor.as("bia");
        assertThat(visitor.get("/", ENGLISH).body()).contains("href=\"/begin\"");
        assertThat(visitor.get("/begin", ENGLISH).body())
                .contains("value=\"vendas|visita|pt_BR\"", "<option value=\"sales\"")
                .doesNotContain("name=\"agent\"");

        var refused = visitor.post("/begin", "customer", "12", "template", "vendas|visita|pt_BR", "parameters", "Lia");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is no customer 12.", "selected=\"selected\"");
        assertThat(visitor.post("/begin", "customer", "+5511987654321", "template", "")
                        .body())
                .contains("No template is chosen");

        var begun = visitor.post(
                "/begin", "customer", "+5511987654321", "template", "vendas|visita|pt_BR", "parameters", "Lia");
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(begun.headers().firstValue("Location").orElseThrow()).endsWith("/conversations/1");
    }

    private static Answering answer(
            String text,
            @Nullable String template,
            @Nullable String parameters,
            @Nullable String buttons,
            @Nullable String anyway) {
        return Composed.answer(new Form(3, null, null, null, text, template, parameters, buttons, anyway, 7L));
    }
}
