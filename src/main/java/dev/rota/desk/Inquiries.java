package dev.rota.desk;

import dev.rota.inquiry.Clue;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes what triage sees of a turn: the message, what was looked up, and what the company's calendars say now. */
public final class Inquiries {

    /** The facts that calendars tell. */
    private static final Set<String> CALENDAR = Set.of("shift", "holiday");

    private final Clock clock;
    private final Function<String, @Nullable String> language;

    /** @param language the language of a text, one of {@link Inquiry#LANGUAGES}; null where that can't be told */
    public Inquiries(Clock clock, Function<String, @Nullable String> language) {
        this.clock = clock;
        this.language = language;
    }

    /** The turn with its inquiry, as of now. */
    public Turn compose(Turn turn) {
        var number = turn.rules()
                .company()
                .numberById(turn.event().number())
                .orElseThrow(() -> new IllegalStateException(
                        "number " + turn.event().number() + " is no longer in config/numbers.yaml"));
        var said = turn.message().said();
        var spoken = language.apply(said.content().text());
        var facts = Stream.concat(turn.facts().stream(), Clue.facts(said, turn.customer(), spoken).stream());
        return turn.with(inquiry(
                turn.rules(),
                number,
                clock.instant(),
                said,
                spoken,
                turn.guess(),
                turn.customer(),
                turn.history(),
                facts));
    }

    /**
     * What triage sees when it is asked again: what was said and looked up then, and what the calendars and the overrides
     * say of another time.
     *
     * @param number the number that the message came for
     */
    public static Inquiry again(Inquiry recorded, Rules rules, Number number, Instant at) {
        var facts = recorded.facts().stream().filter(fact -> !CALENDAR.contains(fact.name()));
        return inquiry(
                rules,
                number,
                at,
                recorded.said(),
                recorded.language(),
                recorded.guess(),
                recorded.customer(),
                recorded.history(),
                facts);
    }

    private static Inquiry inquiry(
            Rules rules,
            Number number,
            Instant at,
            Said said,
            @Nullable String spoken,
            @Nullable String guess,
            Customer customer,
            History history,
            Stream<Fact> facts) {
        var known = rules.company();
        var shift = Optional.ofNullable(known.timetable().shiftAt(number.calendar(), at))
                .orElse(Inquiry.NO_SHIFT);
        var holiday = known.timetable().holidayAt(number.calendar(), at);
        var calendar = Stream.of(
                new Fact("shift", shift, "calendar " + number.calendar() + " of number " + number.name(), 0),
                new Fact("holiday", holiday, "calendar " + number.calendar(), 0));
        return new Inquiry(
                null,
                number.name(),
                shift,
                holiday,
                openQueues(known, at),
                said,
                spoken,
                guess,
                customer,
                history,
                Stream.concat(facts, calendar).toList(),
                at.atZone(known.timetable().zone(number.calendar())),
                rules.overrides(at));
    }

    private static Set<String> openQueues(Company known, Instant now) {
        return known.queues().values().stream()
                .filter(queue -> known.timetable().open(queue.name(), queue.hours(), now))
                .map(Queue::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
