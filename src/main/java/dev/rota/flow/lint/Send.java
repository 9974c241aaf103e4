package dev.rota.flow.lint;

import dev.rota.flow.yaml.Yaml;
import java.util.Optional;

/**
 * A step that sends to another route.
 *
 * @param name the route's, as it stands behind {@code direct:}; it may be known only in part before a message comes
 */
record Send(Yaml uri, String name) {

    private static final String DIRECT = "direct:";
    private static final String FUNCTION = "${";

    static Optional<Send> of(Step step) {
        return step.body().at("uri").flatMap(uri -> uri.text()
                .filter(text -> text.startsWith(DIRECT))
                .map(text -> new Send(uri, text.substring(DIRECT.length()))));
    }

    /** Whether a message may come to the route of that name. */
    boolean leadsTo(String route) {
        var function = name.indexOf(FUNCTION);
        return function < 0 ? name.equals(route) : function > 0 && route.startsWith(name.substring(0, function));
    }
}
