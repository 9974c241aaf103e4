package dev.rota.flow.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What to write instead, for what people try that the dialect leaves out. */
final class Hints {

    private static final int SHOWN = 40;

    /** In order: the first pattern that fits the rest of the expression speaks. */
    private static final Map<Pattern, String> KNOWN = known();

    private Hints() {}

    /** A sentence about an expression from where it stops being understood. */
    static String of(String rest) {
        var shown = rest.strip();
        for (var hint : KNOWN.entrySet()) {
            if (hint.getKey().matcher(shown).lookingAt()) {
                return "'" + shortened(shown) + "' " + hint.getValue();
            }
        }
        return "'" + shortened(shown)
                + "' is not understood; expected ${body.FACT} or ${body.FACT} == 'value', joined by && or by ||";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Map<Pattern, String> known() {
        var hints = new LinkedHashMap<Pattern, String>();
        hints.put(
                Pattern.compile("\\("),
                "groups with parentheses, which Simple does not know; expected a branch for each");
        hints.put(
                Pattern.compile("!(?!=)"),
                "negates with !, which Simple does not know; expected ${body.FACT} == false");
        hints.put(
                Pattern.compile("\\$\\{body\\."),
                "is not understood; expected a fact, with its values as plain text in single quotes");
        hints.put(
                Pattern.compile("\\$"),
                "is a function, and a rule sees nothing but the inquiry; expected ${body.FACT}");
        hints.put(
                Pattern.compile("[=!]="),
                "is not understood; expected a space, == or !=, a space, and null or plain text in single quotes");
        hints.put(
                Pattern.compile("[<>=!~\\p{Alpha}]"),
                "is no operator of a rule; expected == or !=, and for words ${body.mentions('boleto')}");
        return hints;
    }
}
