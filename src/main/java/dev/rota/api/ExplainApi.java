package dev.rota.api;

import dev.rota.conversation.Explanation;
import dev.rota.conversation.Refusal;
import dev.rota.flow.Explainer;
import dev.rota.flow.Imagined;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a message that nobody has written. */
@RestController
class ExplainApi {

    private final Explainer explainer;

    ExplainApi(Explainer explainer) {
        this.explainer = explainer;
    }

    @PostMapping("/api/explain")
    Explanation explain(@RequestBody Body.Question question) {
        try {
            return explainer.explain(
                    new Imagined(question.number(), question.text(), question.customer(), question.at()));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("number", String.valueOf(e.getMessage()));
        }
    }
}
