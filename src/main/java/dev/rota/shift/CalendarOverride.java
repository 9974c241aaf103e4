package dev.rota.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated exception of a calendar: in its time there is one shift or none, whatever the week and holidays say.
 *
 * @param shift one of the calendar's; null when it has none
 * @param from when it begins
 * @param until when it is over; not part of it
 */
public record CalendarOverride(String calendar, @Nullable String shift, Instant from, Instant until, String reason)
        implements Lasting {}
