package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;

/** What is known of a text in Camel's language Simple. */
final class Simple {

    private static final String BEGIN = "${";
    private static final Pattern VALUE = Pattern.compile("(?:in\\.)?body((?:\\??\\.|\\[).*)?");
    private static final Pattern VARIABLE = Pattern.compile("variable\\.(\\w+)(.*)");
    private static final Pattern CAST = Pattern.compile("(?:mandatoryB|b)odyAs\\((\\w+)\\).*");

    private Simple() {}

    /** The outermost functions of a text, without their braces. */
    static List<String> functions(String text) {
        var functions = new ArrayList<String>();
        for (var begin = text.indexOf(BEGIN); begin >= 0; ) {
            var end = end(text, begin + BEGIN.length());
            functions.add(text.substring(begin + BEGIN.length(), end));
            begin = text.indexOf(BEGIN, end);
        }
        return functions;
    }

    /**
     * The type of what a text gives: of its function when it is nothing else, else text.
     *
     * @throws Members.Missing when it asks for something that is not there
     */
    static ResolvableType type(String text, Given given) throws Members.Missing {
        var functions = functions(text);
        var types = new ArrayList<ResolvableType>();
        for (var function : functions) {
            types.add(function(function, given));
        }
        var whole = functions.size() == 1 && text.strip().equals(BEGIN + functions.get(0) + "}");
        return whole ? types.get(0) : Types.of(String.class);
    }

    private static ResolvableType function(String function, Given given) throws Members.Missing {
        var value = VALUE.matcher(function);
        if (value.matches()) {
            return Members.at(given.body(), Optional.ofNullable(value.group(1)).orElse(""));
        }
        var variable = VARIABLE.matcher(function);
        if (variable.matches()) {
            return Members.at(variable(variable.group(1), given), variable.group(2));
        }
        var cast = CAST.matcher(function);
        return cast.matches() && cast.group(1).equals("String") ? Types.of(String.class) : Types.UNKNOWN;
    }

    private static ResolvableType variable(String name, Given given) throws Members.Missing {
        var type = given.variables().get(name);
        if (type == null && given.all()) {
            throw new Members.Missing("no variable is called '" + name + "' here"
                    + Nearest.hint(name, given.variables().keySet()));
        }
        return type == null ? Types.UNKNOWN : type;
    }

    /** Where the brace closes, or the end of a text that never closes it. */
    private static int end(String text, int from) {
        var depth = 1;
        for (var i = from; i < text.length(); i++) {
            depth += text.startsWith(BEGIN, i) ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
