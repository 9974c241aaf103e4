package dev.rota.config;

import dev.rota.inquiry.History;
import dev.rota.routing.Imagined;
import dev.rota.routing.Imagined.Lookup;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.routing.Priority;
import dev.rota.routing.RuleTest.Expected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code *.test.yaml}: tests of the rules, their cases already written out. */
record RuleTestsFile(@Key(value = "The tests of this file.", whole = true) List<TestEntry> tests) {

    /** A test: an imagined message and what is expected of it. */
    record TestEntry(
            @Key("What is shown when it fails.") Located<String> name,
            @Key("When the rules decide.") Instant at,
            @Key("The number that is written to, by its name in numbers.yaml.") Located<String> number,
            @Key("The customer's phone; hidden, without this key.") @Nullable Phone from,
            @Key("What the customer writes, or what stands under a picture.") @Nullable String text,
            @Key("What the message is, when it is not words: audio, image, location …") @Nullable Located<String> type,
            @Key("The id of the button or list row that is tapped.") @Nullable String button,
            @Key("The id of the ad that the customer comes from.") @Nullable String ad,
            @Key("The catalogue product that the message is about.") @Nullable String product,
            @Key("What a model takes the message for, where one is asked.") @Nullable Located<String> guess,
            @Key(value = "How long ago the message was sent.", or = "0s") Duration age,
            @Key("What the look-up of the customer gives: keys, unknown or timeout.") @Nullable CustomerEntry customer,
            @Key(value = "What went on before.", or = "{}") HistoryEntry history,
            @Key(value = "People who are not as the roster has them, or not idle.", or = "{}") Named<StaffEntry> staff,
            @Key("What should become of it.") ExpectEntry expect) {

        SaidEntry said() {
            return new SaidEntry(text, Located.valueOf(type), button);
        }

        Imagined given() {
            return new Imagined(
                    number.value(),
                    from == null ? null : from.digits(),
                    said().content(),
                    at,
                    age,
                    ad,
                    product,
                    Located.valueOf(guess),
                    customer == null ? new Lookup.Unknown() : customer.lookup(),
                    history.history(),
                    staff.map((agent, entry) -> new OnStaff(entry.open(), entry.on(), entry.away())));
        }

        @Override
        public String toString() {
            return "TestEntry[" + name.value() + "]";
        }
    }

    /** What went on before. */
    record HistoryEntry(
            @Key("Who had the customer last.") @Nullable Located<String> lastAgent,
            @Key("What the customer wanted last.") @Nullable Located<String> lastRequestType,
            @Key("Where the last conversation waited.") @Nullable Located<String> lastQueue,
            @Key(value = "How many of the customer's conversations are open.", or = "0") int openTickets,
            @Key(value = "How many began in the last 30 days.", or = "0") int countIn30Days) {

        History history() {
            return new History(
                    Located.valueOf(lastAgent),
                    Located.valueOf(lastRequestType),
                    Located.valueOf(lastQueue),
                    openTickets,
                    countIn30Days);
        }
    }

    /** Somebody who may be given conversations. */
    record StaffEntry(
            @Key(value = "How many conversations are theirs.", or = "0") int open,
            @Key("Whether they are on shift; as on the roster, without this key.") @Nullable Boolean on,
            @Key(value = "Whether they are away from their desk.", or = "false") boolean away) {}

    /** What should become of a message; what is absent is not looked at. */
    record ExpectEntry(
            @Key("What the customer wants.") @Nullable Located<String> requestType,
            @Key("The shift of the number's calendar, or none.") @Nullable Located<String> shift,
            @Key("Where it waits.") @Nullable Located<String> queue,
            @Key("How urgent it is.") @Nullable Priority priority,
            @Key("Who gets it, or nobody.") @Nullable Located<String> agent,
            @Key(value = "Who does not get it.", or = "[]") List<Located<String>> never,
            @Key("Words of what Rota says by itself.") @Nullable String replyContains) {

        Expected expected() {
            return new Expected(
                    Located.valueOf(requestType),
                    Located.valueOf(shift),
                    Located.valueOf(queue),
                    priority,
                    Located.valueOf(agent),
                    never.stream().map(Located::value).toList(),
                    replyContains);
        }

        boolean isEmpty() {
            return requestType == null
                    && shift == null
                    && queue == null
                    && priority == null
                    && agent == null
                    && never.isEmpty()
                    && replyContains == null;
        }
    }
}
