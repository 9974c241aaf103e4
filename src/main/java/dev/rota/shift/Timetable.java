package dev.rota.shift;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works when, and which shift it is. */
public interface Timetable {

    /** The shift of a calendar at an instant, or null between shifts and on a holiday that closes it. */
    @Nullable
    String shiftAt(String calendar, Instant at);

    /** The name of the holiday on the calendar's local day, or null. */
    @Nullable
    String holidayAt(String calendar, Instant at);

    /** Whether an agent works at an instant: leave beats shift. */
    Attendance attendance(String agent, Instant at);

    /** Whether a queue is within its hours: those of the calendar, unless a holiday closes the queue itself. */
    boolean open(String queue, @Nullable String hours, Instant at);

    /** When a queue that is closed opens next, within a year. */
    Optional<Instant> nextOpening(String queue, @Nullable String hours, Instant after);

    /** The zone of a calendar. */
    ZoneId zone(String calendar);
}
