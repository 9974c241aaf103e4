package dev.rota.flow.triage;

import dev.rota.config.Nearest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A fact as a rule asks for it, with the values in its parentheses. */
record FactCall(KnownFact fact, List<String> values) {

    /** Characters that Simple gives a meaning of its own inside a quoted value are left out. */
    static final String VALUE = "'(?:(?!\\.\\.)[^'\"\\\\${}\\[\\]\\p{Cntrl}])*+'";

    /** A fact's path, and its parentheses where it has them. */
    static final String CALL = "(\\p{Alpha}+(?:\\.\\p{Alpha}\\p{Alnum}*)*+)(\\(\\s*(?:" + VALUE + "(?:\\s*,\\s*" + VALUE
            + ")*+)?\\s*\\))?";

    private static final Pattern EACH_VALUE = Pattern.compile(VALUE);
    private static final Pattern WHOLE = Pattern.compile("\\.?" + CALL);

    /**
     * Reads a fact as Simple hands it on: {@code .mentions('boleto')}.
     *
     * @throws Refused when there is no such fact
     */
    static FactCall read(String text) {
        var call = WHOLE.matcher(text);
        if (!call.matches()) {
            throw new Refused("'" + text + "' is not a fact" + Nearest.hint(text, KnownFact.ALL.keySet()));
        }
        return of(call.toMatchResult());
    }

    /** The fact in a match of {@link #CALL} at its first group. */
    static FactCall of(MatchResult call) {
        var path = call.group(1);
        var fact = KnownFact.ALL.get(path);
        if (fact == null) {
            throw new Refused(
                    "${body." + path + "} is not a fact of the inquiry" + Nearest.hint(path, KnownFact.ALL.keySet()));
        }
        var values = EACH_VALUE
                .matcher(call.group(2) == null ? "" : call.group(2))
                .results()
                .map(value -> value.group().substring(1, value.group().length() - 1))
                .toList();
        fact.values().check("${body." + path + "}", values);
        return new FactCall(fact, values);
    }

    @Override
    public String toString() {
        return "${body." + fact.path() + "}";
    }
}
