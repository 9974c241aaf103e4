package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Summary;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesPageTest extends AtThePanel {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Override by Bia Nunes until 2099-11-24 20:00: mast &lt;b&gt; down",
                "pt | Desvio de Bia Nunes até 2099-11-24 20:00: mast &lt;b&gt; down",
                "es | Desvío de Bia Nunes hasta 2099-11-24 20:00: mast &lt;b&gt; down"
            })
    void list_and_conversation_say_whose_override_is_in_force_until_when_and_why(String language, String sentence)
            throws Exception {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        var whole = desk.find(id, ANA).orElseThrow();
        visitor.as("ana");
        assertThat(visitor.get("/", "Accept-Language", language).body()).doesNotContain("mast");

        var until = Instant.parse("2099-11-24T23:00:00Z");
        var override = new Summary.Overridden(7, "on-call", until, "bia", "mast <b> down");
        desk.put(Summaries.under(whole.summary(), override), whole.messages(), whole.changes());

        for (var path : new String[] {"/", "/conversations/" + id, "/conversations/" + id + "/parts"}) {
            assertThat(visitor.get(path, "Accept-Language", language).body()).contains(sentence);
        }
    }
}
