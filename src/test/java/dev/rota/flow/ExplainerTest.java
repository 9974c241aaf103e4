package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.conversation.Explanation;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.routing.Imagined;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example company and its rules, asked about hours of one day. */
class ExplainerTest {

    private final Explainer explainer = explainer();

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T23:30:00-03:00, caiu minha fibra,   night,     on-call, rui",
        "2026-11-25T05:30:00-03:00, caiu minha fibra,   night,     on-call, rui",
        "2026-11-25T12:00:00-03:00, caiu minha fibra,   morning,   support, ana|zeca",
        "2026-11-24T12:00:00-03:00, quero um plano,     morning,   sales,   bia|caio",
        "2026-11-24T23:30:00-03:00, quero um plano,     night,     sales,   nobody",
    })
    void a_message_goes_where_the_hour_and_the_words_say(
            String at, String text, String shift, String queue, String agent) {
        var explanation = explain("suporte", text, at);

        assertThat(Objects.requireNonNull(explanation.decision()).queue()).isEqualTo(queue);
        assertThat(Objects.requireNonNullElse(
                        Objects.requireNonNull(explanation.assignment()).agent(), "nobody"))
                .matches(agent);
        assertThat(explanation.facts())
                .anySatisfy(fact -> assertThat(fact.name() + fact.value()).isEqualTo("shift" + shift));
        assertThat(Objects.requireNonNull(explanation.decision()).because()).isNotEmpty();
    }

    @Test
    void an_unknown_number_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> explain("nowhere", "oi", "2026-11-24T12:00:00-03:00"))
                .hasMessage("there is no number 'nowhere'; known are suporte, vendas");
    }

    private Explanation explain(String number, String text, String at) {
        return explainer.explain(Imagined.text(number, text, Instant.parse(at)));
    }

    private static Explainer explainer() {
        var files = RuleFolders.read(Path.of("config"), Path.of("routes"));
        try {
            var set = new RuleCompiler(Placeholders.of(Path.of("config"), name -> "test")).compileToDecide(files);
            return new Explainer(set::rules);
        } catch (RouteSetRefused e) {
            throw new AssertionError(e);
        }
    }
}
