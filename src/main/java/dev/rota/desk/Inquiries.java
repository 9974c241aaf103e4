package dev.rota.desk;

import dev.rota.inquiry.Clue;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.Inquiry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Composes what triage sees of a turn: the message, what was looked up, and what the company's calendars say now. */
public final class Inquiries {

    private final Clock clock;
    private final Function<String, @Nullable String> language;

    /** @param language the language of a text, one of {@link Inquiry#LANGUAGES}; null where that can't be told */
    public Inquiries(Clock clock, Function<String, @Nullable String> language) {
        this.clock = clock;
        this.language = language;
    }

    /** The turn with its inquiry, as of now. */
    public Turn compose(Turn turn) {
        var known = turn.rules().company();
        var number = known.numberById(turn.event().number())
                .orElseThrow(() -> new IllegalStateException(
                        "number " + turn.event().number() + " is no longer in config/numbers.yaml"));
        var now = clock.instant();
        var shift = Optional.ofNullable(known.timetable().shiftAt(number.calendar(), now))
                .orElse(Inquiry.NO_SHIFT);
        var holiday = known.timetable().holidayAt(number.calendar(), now);
        var said = turn.message().said();
        var spoken = language.apply(said.content().text());
        var facts = new ArrayList<>(turn.facts());
        facts.addAll(Clue.facts(said, turn.customer(), spoken));
        facts.add(new Fact("shift", shift, "calendar " + number.calendar() + " of number " + number.name(), 0));
        facts.add(new Fact("holiday", holiday, "calendar " + number.calendar(), 0));
        return turn.with(new Inquiry(
                null,
                number.name(),
                shift,
                holiday,
                openQueues(known, now),
                said,
                spoken,
                turn.guess(),
                turn.customer(),
                turn.history(),
                facts,
                now.atZone(known.timetable().zone(number.calendar()))));
    }

    private static Set<String> openQueues(Company known, Instant now) {
        return known.queues().values().stream()
                .filter(queue -> known.timetable().open(queue.name(), queue.hours(), now))
                .map(Queue::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
