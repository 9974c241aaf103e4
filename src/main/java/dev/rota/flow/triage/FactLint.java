package dev.rota.flow.triage;

import dev.rota.desk.Company;
import dev.rota.flow.triage.KnownFact.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a fact exists, has the values in parentheses that it needs, and is compared with something it can be. */
final class FactLint {

    private static final Pattern VALUE = Pattern.compile("'([^']*)'");

    private final Company company;
    private final Map<String, Collection<String>> namesOf;

    FactLint(Company company) {
        this.company = company;
        this.namesOf = Map.of(
                "requestType", company.requestTypes(),
                "history.lastRequestType", company.requestTypes(),
                "number", company.numbers().keySet());
    }

    /**
     * Checks a fact that stands alone.
     *
     * @param values its parentheses as written, null without
     */
    void alone(String path, @Nullable String values) {
        if (known(path, values).kind() != Kind.YES_OR_NO) {
            throw new Refused("${body." + path + "} alone is neither true nor false; expected == or != and a value");
        }
    }

    /** Checks a fact that is compared with a value, as written. */
    void compared(String path, @Nullable String values, String operator, String value) {
        var kind = known(path, values).kind();
        if (!kind.admitsOperator(operator)) {
            throw new Refused("${body." + path + "} " + operator + " compares letters, not times; expected == or !=,"
                    + " or a fact such as ${body.between('22:00','06:00')} or ${body.olderThan('2h')}");
        }
        if (!kind.admits(value)) {
            throw new Refused("${body." + path + "} is compared with " + value + "; expected " + kind.expected());
        }
        var names = namesOf.get(path);
        if (names != null && value.startsWith("'")) {
            requireName("${body." + path + "} is never", value.substring(1, value.length() - 1), names);
        }
    }

    private KnownFact known(String path, @Nullable String written) {
        var fact = KnownFact.ALL.get(path);
        if (fact == null) {
            throw new Refused("${body." + path + "} is not a fact; " + Nearest.hint(path, KnownFact.ALL.keySet()));
        }
        var values = VALUE.matcher(written == null ? "" : written)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        fact.values().check("${body." + path + "}", values);
        if (fact.values() == FactValues.QUEUE) {
            requireName("no queue is called", values.get(0), company.queues().keySet());
        }
        return fact;
    }

    private static void requireName(String start, String name, Collection<String> names) {
        if (!names.contains(name)) {
            throw new Refused(start + " '" + name + "'; " + Nearest.hint(name, names));
        }
    }
}
