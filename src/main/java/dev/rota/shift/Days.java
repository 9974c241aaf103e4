package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** The shifts of a calendar day by day, holidays or not; each day is worked out once, as every decision asks for it. */
final class Days {

    /** More than a year ahead; beyond it nothing is kept, so that questions about far days cost time and not memory. */
    private static final int KEPT = 1_000;

    private final Calendar calendar;
    private final ConcurrentMap<LocalDate, List<Span>> known = new ConcurrentHashMap<>();

    Days(Calendar calendar) {
        this.calendar = calendar;
    }

    Calendar calendar() {
        return calendar;
    }

    /** The shifts that start on that day. */
    List<Span> on(LocalDate date) {
        var spans = known.get(date);
        if (spans != null) {
            return spans;
        }
        var worked = calendar.on(date);
        if (known.size() < KEPT) {
            known.put(date, worked);
        }
        return worked;
    }

    /** The shifts that are under way: last night's, and today's. */
    Stream<Span> at(Instant at) {
        var today = dateOf(at);
        return Stream.concat(on(today.minusDays(1)).stream(), on(today).stream())
                .filter(span -> span.contains(at));
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(calendar.zone()).toLocalDate();
    }
}
