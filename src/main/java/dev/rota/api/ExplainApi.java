package dev.rota.api;

import dev.rota.conversation.Explanation;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Rules;
import dev.rota.desk.Viewer;
import dev.rota.flow.Explainer;
import dev.rota.flow.ruletest.RecordedRuleTest;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a message that nobody has written, and what became of one as a test of the rules. */
@RestController
class ExplainApi {

    private final Explainer explainer;
    private final Inbox inbox;
    private final Supplier<Rules> rules;
    private final Clock clock;

    ExplainApi(Explainer explainer, Inbox inbox, Supplier<Rules> rules, Clock clock) {
        this.explainer = explainer;
        this.inbox = inbox;
        this.rules = rules;
        this.clock = clock;
    }

    @PostMapping("/api/explain")
    Explanation explain(@RequestBody Body.Question question) {
        try {
            return explainer.explain(question.imagined(clock.instant()));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("number", String.valueOf(e.getMessage()));
        }
    }

    /** The newest decision as a test, whose customer is invented. */
    @GetMapping("/api/conversations/{id}/explain/test")
    AsTest test(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        var recorded = inbox.recorded(Ids.conversation(id), viewer).orElseThrow(() -> Ids.noDecision(id));
        return new AsTest(RecordedRuleTest.yaml("what became of conversation " + id, recorded, rules.get()));
    }

    /** An item of a test file. */
    record AsTest(String yaml) {}
}
