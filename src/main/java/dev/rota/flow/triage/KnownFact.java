package dev.rota.flow.triage;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fact of the inquiry that a rule may look at.
 *
 * @param path how a rule names it: {@code history.lastAgent}
 * @param kind what a rule may compare it with
 * @param values what it has in parentheses
 */
record KnownFact(String path, Kind kind, FactValues values) {

    /** What a fact may be compared with. */
    enum Kind {
        TEXT("[=!]=", "null|'.*'", "null or a text in single quotes"),
        YES_OR_NO("[=!]=", "'?(true|false)'?", "true or false"),
        COUNT("[=!]=|[<>]=?", "'?\\d+'?", "a whole number");

        private final Pattern operator;
        private final Pattern value;
        private final String expected;

        Kind(String operator, String value, String expected) {
            this.operator = Pattern.compile(operator);
            this.value = Pattern.compile(value);
            this.expected = expected;
        }

        boolean admitsOperator(String written) {
            return operator.matcher(written).matches();
        }

        boolean admits(String written) {
            return value.matcher(written).matches();
        }

        String expected() {
            return expected;
        }
    }

    /** All of them: what is not here, no rule sees. */
    static final Map<String, KnownFact> ALL = Stream.of(
                    text("requestType"),
                    text("number"),
                    text("shift"),
                    text("holiday"),
                    text("product"),
                    text("area"),
                    text("text"),
                    text("messageType"),
                    text("buttonId"),
                    text("ad"),
                    text("customer.tier"),
                    text("history.lastAgent"),
                    text("history.lastRequestType"),
                    new KnownFact("customer.attribute", Kind.TEXT, FactValues.NAME),
                    new KnownFact("history.openTickets", Kind.COUNT, FactValues.NONE),
                    new KnownFact("open", Kind.YES_OR_NO, FactValues.QUEUE),
                    new KnownFact("mentions", Kind.YES_OR_NO, FactValues.PHRASES),
                    new KnownFact("olderThan", Kind.YES_OR_NO, FactValues.DURATION),
                    new KnownFact("between", Kind.YES_OR_NO, FactValues.TIMES))
            .collect(Collectors.toUnmodifiableMap(KnownFact::path, Function.identity()));

    private static KnownFact text(String path) {
        return new KnownFact(path, Kind.TEXT, FactValues.NONE);
    }
}
