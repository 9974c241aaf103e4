package dev.rota.flow.triage;

import dev.rota.config.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of Simple that a triage rule may use: facts, alone or compared with a value, joined by one kind of operator.
 *
 * <p>Simple itself evaluates far more, so this is the gate: what it does not know is refused.
 */
final class Dialect {

    private static final Pattern FACT = Pattern.compile("\\$\\{body\\." + FactCall.CALL + "}");
    private static final Pattern COMPARISON =
            Pattern.compile("\\s+(==|!=|>=|<=|>|<)\\s+(" + FactCall.VALUE + "|(?:null|true|false|\\d{1,9})(?!\\S))");
    private static final String OR = "||";
    private static final Pattern JOINT = Pattern.compile("\\s+(&&|\\|\\|)\\s+");

    private final FactLint facts;

    Dialect(Names names) {
        this.facts = new FactLint(names);
    }

    /**
     * Reads an expression to its end.
     *
     * @throws Refused when it may not run
     */
    Condition read(String expression) {
        return new Scan(expression.strip()).run();
    }

    /** One expression, read from left to right. */
    private final class Scan {

        private final String text;
        private final List<Comparison> comparisons = new ArrayList<>();
        private int position;

        Scan(String text) {
            this.text = text;
        }

        Condition run() {
            test();
            @Nullable String first = null;
            while (position < text.length()) {
                var operator = expected(JOINT).group(1);
                if (first != null && !first.equals(operator)) {
                    throw new Refused("mixes && and ||, which Simple reads from left to right;"
                            + " expected one of them, and a branch of its own for the other");
                }
                first = operator;
                test();
            }
            return new Condition(comparisons, OR.equals(first));
        }

        private void test() {
            var fact = FactCall.of(expected(FACT));
            var comparison = at(COMPARISON);
            if (comparison != null) {
                facts.compared(fact, comparison.group(1), comparison.group(2));
                comparisons.add(Comparison.of(fact, comparison.group(1), comparison.group(2)));
            } else if (position == text.length() || follows(JOINT)) {
                facts.alone(fact);
                comparisons.add(Comparison.alone(fact));
            } else {
                throw new Refused(Hints.of(text.substring(position)));
            }
        }

        private MatchResult expected(Pattern pattern) {
            var found = at(pattern);
            if (found == null) {
                throw new Refused(Hints.of(text.substring(position)));
            }
            return found;
        }

        private boolean follows(Pattern pattern) {
            return pattern.matcher(text).region(position, text.length()).lookingAt();
        }

        private @Nullable MatchResult at(Pattern pattern) {
            var matcher = pattern.matcher(text).region(position, text.length());
            if (!matcher.lookingAt()) {
                return null;
            }
            position = matcher.end();
            return matcher.toMatchResult();
        }
    }
}
