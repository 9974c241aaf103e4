package dev.rota.flow.triage;

import dev.rota.inquiry.Inquiry;
import java.util.Map;
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
 * @param look how it is read, with the values in its parentheses
 */
record KnownFact(String path, Kind kind, FactValues values, Look look) {

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

    /** Reads a fact; one that is unknown is null. */
    @FunctionalInterface
    interface Look {
        @Nullable
        Object at(Inquiry inquiry, String[] values);
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
                    text("messageType", Inquiry::messageType),
                    text("buttonId", Inquiry::buttonId),
                    text("ad", Inquiry::ad),
                    text("customer.tier", inquiry -> inquiry.customer().tier()),
                    text("history.lastAgent", inquiry -> inquiry.history().lastAgent()),
                    text("history.lastRequestType", inquiry -> inquiry.history().lastRequestType()),
                    new KnownFact(
                            "history.openTickets", Kind.COUNT, FactValues.NONE, (inquiry, none) -> inquiry.history()
                                    .openTickets()),
                    new KnownFact(
                            "customer.attribute", Kind.TEXT, FactValues.NAME, (inquiry, name) -> inquiry.customer()
                                    .attribute(name[0])),
                    yesOrNo("open", FactValues.QUEUE, (inquiry, queue) -> inquiry.open(queue[0])),
                    yesOrNo("mentions", FactValues.PHRASES, (inquiry, phrases) -> inquiry.mentions((Object[]) phrases)),
                    yesOrNo("olderThan", FactValues.DURATION, (inquiry, age) -> inquiry.olderThan(age[0])),
                    yesOrNo("between", FactValues.TIMES, (inquiry, times) -> inquiry.between(times[0], times[1])))
            .collect(Collectors.toUnmodifiableMap(KnownFact::path, Function.identity()));

    private static KnownFact text(String path, Function<Inquiry, @Nullable String> look) {
        return new KnownFact(path, Kind.TEXT, FactValues.NONE, (inquiry, none) -> look.apply(inquiry));
    }

    private static KnownFact yesOrNo(String path, FactValues values, Look look) {
        return new KnownFact(path, Kind.YES_OR_NO, values, look);
    }
}
