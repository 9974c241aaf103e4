package dev.rota.flow.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;

/** What a step hands to a method, as written: {@code answered(${body}, ${variable.row})}, or the name alone. */
record Arguments(String method, List<String> values, boolean bare) {

    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)");
    private static final String VALUE = "'[^']*'|\"[^\"]*\"|\\$\\{(?:[^{}]|\\{[^{}]*})*}|[^,'\"${\\s][^,]*";
    private static final Pattern EACH_VALUE = Pattern.compile("\\s*(" + VALUE + ")\\s*(?:,|$)");

    static Arguments of(String written) {
        var call = CALL.matcher(written.strip());
        if (!call.matches()) {
            return new Arguments(written.strip(), List.of(), true);
        }
        var values = EACH_VALUE
                .matcher(call.group(2))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        return new Arguments(call.group(1), values, false);
    }

    /**
     * Their types; of a name alone, the body's.
     *
     * @throws Members.Missing when one asks for something that is not there
     */
    List<ResolvableType> types(Given given) throws Members.Missing {
        if (bare) {
            return List.of(given.body());
        }
        var types = new ArrayList<ResolvableType>();
        for (var value : values) {
            types.add(type(value, given));
        }
        return types;
    }

    private static ResolvableType type(String value, Given given) throws Members.Missing {
        if (value.startsWith("'") || value.startsWith("\"")) {
            return Types.of(String.class);
        }
        return value.startsWith("${") ? Simple.type(value, given) : Types.UNKNOWN;
    }
}
