package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether headers are used for nothing but what leaves with them, over HTTP or to Kafka: what we know travels in the body,
 * whose type says what is there.
 */
final class HeadersRule {

    private static final Set<String> SET = Set.of("setHeader", "setHeaders");

    private final HttpRule http;

    HeadersRule(HttpRule http) {
        this.http = http;
    }

    void check(WrittenRoute route) {
        if (route.allSteps().anyMatch(http::sendsHeaders)) {
            return;
        }
        route.allSteps().filter(step -> SET.contains(step.name())).forEach(step -> names(step)
                .forEach(name -> step.body()
                        .problem("the route sets the header '" + name + "'; expected it in the body's type")));
    }

    private static Stream<String> names(Step step) {
        return Stream.concat(
                step.text("name").map(Written::text).stream(),
                step.body().at("headers").stream()
                        .flatMap(headers -> headers.items().stream())
                        .flatMap(header -> header.text("name").map(Written::text).stream()));
    }
}
