package dev.rota.inquiry;

import java.time.Duration;

/** Durations as people write them in rules and files: a whole number and {@code s}, {@code m}, {@code h} or {@code d}. */
public final class Durations {

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is not a whole number and a unit
     */
    public static Duration parse(String text) {
        if (!text.matches("\\d{1,9}[smhd]")) {
            throw new IllegalArgumentException("'" + text + "' is not a duration; expected 90s, 15m, 2h or 1d");
        }
        var last = text.length() - 1;
        var count = Long.parseLong(text.substring(0, last));
        return switch (text.charAt(last)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
