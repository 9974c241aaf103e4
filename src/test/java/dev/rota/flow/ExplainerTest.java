package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.conversation.Explanation;
import dev.rota.desk.Rules;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.inquiry.RoutingOverride;
import dev.rota.routing.Imagined;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example company and its rules, asked about hours of one day. */
class ExplainerTest {

    private static final Rules RULES = rules();

    private final Explainer explainer = new Explainer(() -> RULES);

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
    void an_override_that_is_in_force_then_is_part_of_the_answer() {
        var from = Instant.parse("2026-11-24T12:00:00-03:00");
        var override = RoutingOverride.proposed(
                Map.of("requestType", "sales"), "billing", from, from.plusSeconds(3600), "otto", "a system is away");
        var rules = RULES.with(override);

        assertThat(queueAt(rules, "2026-11-24T11:59:59-03:00")).isEqualTo("sales");
        assertThat(queueAt(rules, "2026-11-24T12:59:59-03:00")).isEqualTo("billing");
        assertThat(queueAt(rules, "2026-11-24T13:00:00-03:00")).isEqualTo("sales");
    }

    private static String queueAt(Rules rules, String at) {
        var asked = Imagined.text("suporte", "quero um plano", Instant.parse(at));
        return Objects.requireNonNull(new Explainer(() -> rules).explain(asked).decision())
                .queue();
    }

    @Test
    void an_unknown_number_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> explain("nowhere", "oi", "2026-11-24T12:00:00-03:00"))
                .hasMessage("there is no number 'nowhere'; known are suporte, vendas");
    }

    private Explanation explain(String number, String text, String at) {
        return explainer.explain(Imagined.text(number, text, Instant.parse(at)));
    }

    private static Rules rules() {
        var files = RuleFolders.read(Path.of("config"), Path.of("routes"));
        try {
            return new RuleCompiler(Placeholders.of(Path.of("config"), name -> "test"))
                    .compileToDecide(files)
                    .rules();
        } catch (RouteSetRefused e) {
            throw new AssertionError(e);
        }
    }
}
