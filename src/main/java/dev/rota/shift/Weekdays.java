package dev.rota.shift;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Days of the week in words. */
public final class Weekdays {

    private Weekdays() {}

    /** {@code every day}, or {@code on Fridays, Saturdays}. */
    public static String words(Collection<DayOfWeek> days) {
        if (days.containsAll(Arrays.asList(DayOfWeek.values()))) {
            return "every day";
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(days::contains)
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s")
                .collect(Collectors.joining(", ", "on ", ""));
    }
}
