package dev.rota.inquiry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Durations as people write them in rules and files: a whole number and {@code ms}, {@code s}, {@code m}, {@code h}
 * or {@code d}. */
public final class Durations {

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is not a whole number and a unit
     */
    public static Duration parse(String text) {
        if (!text.matches("\\d{1,9}(ms|[smhd])")) {
            throw new IllegalArgumentException("'" + text + "' is not a duration; expected 90s, 15m, 2h or 1d");
        }
        var digits = text.replaceAll("\\D", "");
        var count = Long.parseLong(digits);
        return switch (text.substring(digits.length())) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The duration in words, as a file would have it, by its two largest units: {@code 15m}, {@code 1h 30m}. */
    public static String text(Duration duration) {
        var units = new LinkedHashMap<String, Long>();
        units.put("d", duration.toDays());
        units.put("h", (long) duration.toHoursPart());
        units.put("m", (long) duration.toMinutesPart());
        units.put("s", (long) duration.toSecondsPart());
        var text = units.entrySet().stream()
                .dropWhile(unit -> unit.getValue() == 0)
                .limit(2)
                .filter(unit -> unit.getValue() > 0)
                .map(unit -> unit.getValue() + unit.getKey())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "0s" : text;
    }
}
