package dev.rota.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Times as people type them: {@code 2026-11-24T22:00:00-03:00}, or {@code 22:00} for when this machine's clock shows it
 * next.
 */
record When(Clock clock, ZoneId zone) {

    /** @param option where it was typed, for the sentence when it is no time */
    Instant read(String option, String text) {
        try {
            return text.matches("\\d?\\d:\\d\\d")
                    ? next(LocalTime.parse(text.length() == 4 ? "0" + text : text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.wrongUse(
                    option + " is '" + text + "'; expected a time such as 22:00 or 2026-11-24T22:00:00-03:00.");
        }
    }

    private Instant next(LocalTime time) {
        var now = clock.instant().atZone(zone);
        var today = now.with(time);
        return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
    }
}
