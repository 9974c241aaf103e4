package dev.rota.flow.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a call over HTTP says what may leave with it: without these options Camel sends every header on, lets a header
 * of the message change the address, and follows wherever it is sent.
 */
final class HttpRule {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Map<String, String> EXPECTED = expected();
    private static final String STRATEGY = "headerFilterStrategy";
    private static final Pattern BEAN = Pattern.compile("#\\w+");

    private final EngineProperties properties;

    HttpRule(EngineProperties properties) {
        this.properties = properties;
    }

    /** Whether a step calls over HTTP; an address that comes from a parameter as a whole does. */
    boolean isCall(Step step) {
        return step.is("to", "wireTap")
                && Address.of(step.body(), properties)
                        .filter(address -> SCHEMES.contains(address.scheme())
                                || address.uri().startsWith("{{"))
                        .isPresent();
    }

    /** Whether what a step sends has headers on the wire: a call over HTTP, or a record for Kafka with its key. */
    boolean sendsHeaders(Step step) {
        return isCall(step)
                || (step.is("to")
                        && Address.of(step.body(), properties)
                                .filter(address -> address.scheme().equals("kafka"))
                                .isPresent());
    }

    void check(Step step) {
        if (!isCall(step)) {
            return;
        }
        var address = Address.of(step.body(), properties).orElseThrow();
        EXPECTED.forEach((option, value) -> {
            if (!address.option(option).equals(Optional.of(value))) {
                step.body().problem("the call lacks " + option + ": \"" + value + "\"; expected it");
            }
        });
        if (address.option(STRATEGY)
                .filter(bean -> BEAN.matcher(bean).matches())
                .isEmpty()) {
            step.body()
                    .problem("the call lacks a " + STRATEGY + "; expected a bean that names the headers that may pass");
        }
        if (!address.written().text().startsWith("{{")) {
            step.body()
                    .at("uri")
                    .ifPresent(uri -> uri.problem(
                            "an address stands in the file; expected a placeholder such as {{rota.graph-url}}"));
        }
    }

    private static Map<String, String> expected() {
        var expected = new LinkedHashMap<String, String>();
        expected.put("bridgeEndpoint", "true");
        expected.put("copyHeaders", "false");
        expected.put("followRedirects", "false");
        return expected;
    }
}
