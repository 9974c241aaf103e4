package dev.rota.panel;

import dev.rota.shift.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The times of the floor, by the clock of whatever has no calendar. */
record FloorTimes(Timetable timetable, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** When this day began. */
    Instant today() {
        return now.atZone(zone()).toLocalDate().atStartOfDay(zone()).toInstant();
    }

    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone()));
    }

    /** The hour of an instant, with the day when it is another; null for null. */
    @Nullable
    String hour(@Nullable Instant at) {
        return at == null ? null : hour(at, zone());
    }

    String hour(Instant at, ZoneId there) {
        var day = at.atZone(there);
        var today = day.toLocalDate().equals(now.atZone(there).toLocalDate());
        return (today ? HOUR : DAY).format(day);
    }

    /** How long ago it was; null for null. */
    @Nullable
    String age(@Nullable Instant since) {
        return since == null ? null : Ages.between(since, now);
    }

    /** How long it takes; null for null. */
    static @Nullable String length(@Nullable Duration time) {
        return time == null ? null : Ages.between(Instant.EPOCH, Instant.EPOCH.plus(time));
    }

    private ZoneId zone() {
        return timetable.zone(null);
    }
}
