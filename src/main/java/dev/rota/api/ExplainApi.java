package dev.rota.api;

import dev.rota.conversation.Explanation;
import dev.rota.conversation.Refusal;
import dev.rota.flow.Explainer;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a message that nobody has written. */
@RestController
class ExplainApi {

    private final Explainer explainer;
    private final Clock clock;

    ExplainApi(Explainer explainer, Clock clock) {
        this.explainer = explainer;
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
}
