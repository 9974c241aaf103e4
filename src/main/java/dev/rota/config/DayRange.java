package dev.rota.config;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Days of the week as people write them: {@code sat}, {@code mon-fri}, {@code fri-mon}. */
record DayRange(Set<DayOfWeek> days) {

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    static final String PATTERN = "(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?";

    static final DayRange NONE = new DayRange(Set.of());

    DayRange {
        days = Set.copyOf(days);
    }

    static DayRange parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException();
        }
        var last = day(text.substring(text.length() - 3));
        var days = EnumSet.of(last);
        for (var day = day(text.substring(0, 3)); day != last; day = day.plus(1)) {
            days.add(day);
        }
        return new DayRange(days);
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(NAMES.indexOf(name) + 1);
    }
}
