package dev.rota.shift;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and instants in words. */
final class Moments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Moments() {}

    /** {@code 4 January}. */
    static String day(TemporalAccessor date) {
        return DAY.format(date);
    }

    /** {@code 22:00}. */
    static String time(TemporalAccessor local) {
        return TIME.format(local);
    }

    /** {@code 4 January at 22:00}. */
    static String dayAndTime(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return day(local) + " at " + time(local);
    }
}
