package dev.rota.config;

import java.util.Map;
import java.util.Set;

/**
 * Where {@code config/} uses a Kamelet, for whoever checks that there is one.
 *
 * @param where what uses it, as sentences begin: {@code helpdesk}
 * @param kamelet its name
 * @param file what says so, and at which line
 * @param parameters the lines of what it is given, by name
 * @param offered the names of what it may take besides
 */
public record Adapter(
        String where, String kamelet, String file, int line, Map<String, Integer> parameters, Set<String> offered) {

    public Adapter {
        parameters = Map.copyOf(parameters);
        offered = Set.copyOf(offered);
    }

    /** One that takes all that it is given. */
    Adapter(String where, String kamelet, String file, int line, Map<String, Integer> parameters) {
        this(where, kamelet, file, line, parameters, Set.of());
    }

    /** A problem of its parameters, or of itself. */
    public Problem problem(int at, String sentence) {
        return new Problem(file, at, where + sentence);
    }
}
