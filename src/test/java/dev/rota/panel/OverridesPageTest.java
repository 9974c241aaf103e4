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

        desk.put(overridden(whole.summary()), whole.messages(), whole.changes());

        for (var path : new String[] {"/", "/conversations/" + id, "/conversations/" + id + "/parts"}) {
            assertThat(visitor.get(path, "Accept-Language", language).body()).contains(sentence);
        }
    }

    private static Summary overridden(Summary s) {
        var until = Instant.parse("2099-11-24T23:00:00Z");
        return new Summary(
                s.id(),
                s.protocol(),
                s.number(),
                s.customer(),
                s.status(),
                s.queue(),
                s.requestType(),
                s.priority(),
                s.owner(),
                s.epoch(),
                s.openedAt(),
                s.waitingSince(),
                s.lastMessageAt(),
                s.windowClosesAt(),
                s.unansweredSince(),
                s.answerBy(),
                s.closedAt(),
                s.waitingReason(),
                s.lastText(),
                s.lastType(),
                s.lastMessageId(),
                new Summary.Overridden(7, "on-call", until, "bia", "mast <b> down"));
    }
}
