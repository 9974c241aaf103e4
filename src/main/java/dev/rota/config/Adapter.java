package dev.rota.config;

import java.util.Map;

/**
 * Where {@code config/} uses a Kamelet, for whoever checks that there is one.
 *
 * @param where what uses it, as sentences begin: {@code helpdesk}
 * @param kamelet its name
 * @param file what says so, and at which line
 * @param parameters the lines of what it is given, by name
 */
public record Adapter(String where, String kamelet, String file, int line, Map<String, Integer> parameters) {

    public Adapter {
        parameters = Map.copyOf(parameters);
    }

    /** A problem of its parameters, or of itself. */
    public Problem problem(int at, String sentence) {
        return new Problem(file, at, where + sentence);
    }
}
