package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.config.ConfigReader;
import dev.rota.conversation.Explanation;
import dev.rota.flow.triage.RouteSetCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.time.Clock;
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
        assertThat(Objects.requireNonNull(explanation.assignment()).agent()).matches(agent);
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
        return explainer.explain(new Imagined(number, text, null, Instant.parse(at)));
    }

    private static Explainer explainer() {
        var company = ConfigReader.read(Path.of("config"), name -> "test").required();
        try {
            var rules = new RouteSetCompiler().compile(Path.of("routes/triage"), company);
            return new Explainer(rules, () -> company, Clock.systemUTC());
        } catch (RouteSetRefused e) {
            throw new AssertionError(e);
        }
    }
}
