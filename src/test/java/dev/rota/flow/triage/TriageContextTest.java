package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.NoSuchLanguageException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second gate: what a route set could reach if the lint had a hole. */
class TriageContextTest {

    private final DefaultCamelContext context =
            TriageContext.create("test", new RequestTypes(Set.of("support"), "support"));

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "sql:select 1",
                "file:/tmp",
                "bean:x",
                "class:java.lang.Runtime",
                "language:simple:x",
                "log:x",
                "timer:x",
                "seda:x",
                "kamelet:x",
                "controlbus:route?action=stop",
                "xslt:x"
            })
    void has_no_endpoint_outside(String uri) {
        assertThatThrownBy(() -> context.getEndpoint(uri)).isInstanceOf(NoSuchEndpointException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "spel", "xpath", "jsonpath", "method", "ref", "header", "exchangeProperty"})
    void has_no_language_but_simple(String language) {
        assertThatThrownBy(() -> context.resolveLanguage(language)).isInstanceOf(NoSuchLanguageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body.getClass} != null",
                "${body.getClass().getName()} != null",
                "${body.said.wamid} != null",
                "${body.withRequestType('x')} != null",
                "${body.mentions(${body.text})}",
                "${bean:java.lang.Runtime?method=getRuntime} != null",
                "${exchange.getContext} != null",
                "${camelContext.stop} != null"
            })
    void calls_nothing_but_facts(String expression) {
        assertThatThrownBy(() -> matches(context, expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_context_of_camels_own_has_all_of_it() throws Exception {
        try (var open = new DefaultCamelContext()) {
            open.start();

            assertThat(open.getEndpoint("http://localhost")).isNotNull();
            assertThat(matches(open, "${body.getClass().getName()} != null")).isTrue();
        }
    }

    private static boolean matches(CamelContext context, String expression) {
        var exchange = new DefaultExchange(context);
        exchange.getIn().setBody(Ask.text("oi").inquiry());
        var predicate = context.resolveLanguage("simple").createPredicate(expression);
        predicate.init(context);
        return predicate.matches(exchange);
    }
}
