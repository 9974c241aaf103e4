package dev.rota.panel;

import dev.rota.conversation.Floor.Scope;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the desk's lists that hold exactly what the floor counts. */
record FloorLinks(Scope scope) {

    /** The address of the floor, narrowed by the scope. */
    String page() {
        var page = UriComponentsBuilder.fromPath("/floor");
        if (scope.number() != null) {
            page.queryParam("number", "{number}");
        }
        if (scope.team() != null) {
            page.queryParam("team", "{team}");
        }
        return page.encode()
                .buildAndExpand(Map.of(
                        "number", Objects.requireNonNullElse(scope.number(), ""),
                        "team", Objects.requireNonNullElse(scope.team(), "")))
                .toUriString();
    }

    /** A list narrowed by the scope and by more filters. */
    String list(Tab tab, String... filters) {
        var q = new StringJoiner(" ");
        for (var filter : filters) {
            q.add(filter);
        }
        if (scope.number() != null) {
            q.add("number:" + scope.number());
        }
        if (scope.team() != null) {
            q.add("team:" + scope.team());
        }
        var page = UriComponentsBuilder.fromPath("/").queryParam("tab", tab.label());
        return q.length() == 0
                ? page.toUriString()
                : page.queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(q.toString())
                        .toUriString();
    }
}
