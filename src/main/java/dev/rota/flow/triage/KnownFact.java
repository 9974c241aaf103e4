package dev.rota.flow.triage;

import dev.rota.inquiry.Durations;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Phrases;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the inquiry that a rule may look at.
 *
 * @param path how a rule names it: {@code history.lastAgent}
 * @param kind what a rule may compare it with
 * @param values what it has in parentheses
 * @param reading how it is looked at, with the values in its parentheses
 */
record KnownFact(String path, Kind kind, FactValues values, Reading reading) {

    /** What a fact may be compared with. */
    enum Kind {
        TEXT("[=!]=", "null|'.*'", "null or a text in single quotes"),
        YES_OR_NO("[=!]=", "'?(true|false)'?", "true or false"),
        COUNT("[=!]=|[<>]=?", "null|'?\\d+'?", "a whole number, or null after == or !=");

        private static final Set<String> EQUALITY = Set.of("==", "!=");

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

        /** Whether a value may stand behind the operator; what is unknown is neither less nor more than anything. */
        boolean admits(String operator, String written) {
            return value.matcher(written).matches() && (EQUALITY.contains(operator) || !written.equals("null"));
        }

        String expected() {
            return expected;
        }
    }

    /** What the values in a fact's parentheses make of it, once for all messages. */
    @FunctionalInterface
    interface Reading {
        Look with(List<String> values);
    }

    /** Looks at a fact; one that is unknown is null. */
    @FunctionalInterface
    interface Look {
        @Nullable
        Object at(Inquiry inquiry);
    }

    /** All of them: what is not here, no rule sees. */
    static final Map<String, KnownFact> ALL = Stream.of(
                    text("requestType", Inquiry::requestType),
                    text("number", Inquiry::number),
                    text("shift", Inquiry::shift),
                    text("holiday", Inquiry::holiday),
                    text("product", Inquiry::product),
                    text("area", Inquiry::area),
                    text("text", Inquiry::text),
                    text("language", Inquiry::language),
                    text("guess", Inquiry::guess),
                    text("messageType", Inquiry::messageType),
                    text("buttonId", Inquiry::buttonId),
                    text("ad", Inquiry::ad),
                    text("customer.tier", inquiry -> inquiry.customer().tier()),
                    text("history.lastAgent", inquiry -> inquiry.history().lastAgent()),
                    text("history.lastRequestType", inquiry -> inquiry.history().lastRequestType()),
                    text("history.lastQueue", inquiry -> inquiry.history().lastQueue()),
                    count("history.openTickets", inquiry -> inquiry.history().openTickets()),
                    count("history.countIn30Days", inquiry -> inquiry.history().countIn30Days()),
                    new KnownFact("customer.attribute", Kind.TEXT, FactValues.NAME, KnownFact::attribute),
                    yesOrNo("open", FactValues.QUEUE, KnownFact::open),
                    yesOrNo("mentions", FactValues.PHRASES, KnownFact::mentions),
                    yesOrNo("olderThan", FactValues.DURATION, KnownFact::olderThan),
                    yesOrNo("between", FactValues.TIMES, KnownFact::between))
            .collect(Collectors.toUnmodifiableMap(KnownFact::path, Function.identity()));

    private static KnownFact text(String path, Look look) {
        return new KnownFact(path, Kind.TEXT, FactValues.NONE, none -> look);
    }

    private static KnownFact count(String path, Look look) {
        return new KnownFact(path, Kind.COUNT, FactValues.NONE, none -> look);
    }

    private static KnownFact yesOrNo(String path, FactValues values, Reading reading) {
        return new KnownFact(path, Kind.YES_OR_NO, values, reading);
    }

    private static Look attribute(List<String> name) {
        var attribute = name.get(0);
        return inquiry -> inquiry.customer().attribute(attribute);
    }

    private static Look open(List<String> name) {
        var queue = name.get(0);
        return inquiry -> inquiry.open(queue);
    }

    private static Look mentions(List<String> words) {
        var phrases = Phrases.of(words);
        return inquiry -> inquiry.mentions(phrases);
    }

    private static Look olderThan(List<String> duration) {
        var age = Durations.parse(duration.get(0));
        return inquiry -> inquiry.olderThan(age);
    }

    private static Look between(List<String> times) {
        var from = LocalTime.parse(times.get(0));
        var until = LocalTime.parse(times.get(1));
        return inquiry -> inquiry.between(from, until);
    }
}
