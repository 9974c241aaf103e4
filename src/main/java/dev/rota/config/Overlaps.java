package dev.rota.config;

import dev.rota.shift.Shift;
import dev.rota.shift.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shifts of one calendar that are under way at the same time, of which only one can hold. */
final class Overlaps {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private Overlaps() {}

    /** A sentence for each two shifts that overlap, at the line of the second. */
    static List<Located<String>> of(String name, ShiftsFile.CalendarEntry calendar, ZoneId zone) {
        var shifts = Timetables.shifts(calendar);
        var found = new ArrayList<Located<String>>();
        for (var second = 1; second < shifts.size(); second++) {
            for (var first = 0; first < second; first++) {
                var shift = shifts.get(second);
                var other = shifts.get(first);
                common(shift, other)
                        .map(when -> "shift '%s' of calendar '%s' overlaps '%s' %s (%s)"
                                .formatted(shift.name(), name, other.name(), when, zone))
                        .ifPresent(sentence -> found.add(
                                new Located<>(sentence, calendar.shifts().line(shift.name()))));
            }
        }
        return found;
    }

    /** When both are under way: {@code on Fridays 22:00-23:00}. */
    private static Optional<String> common(Shift shift, Shift other) {
        return starts(shift).stream()
                .flatMap(start -> starts(other).stream()
                        .flatMap(begin -> List.of(begin - WEEK, begin, begin + WEEK).stream())
                        .map(begin -> new Minutes(
                                Math.max(start, begin), Math.min(start + length(shift), begin + length(other))))
                        .filter(common -> common.from() < common.to()))
                .collect(Collectors.groupingBy(Minutes::times))
                .values()
                .stream()
                .max((one, two) -> Integer.compare(one.size(), two.size()))
                .map(Overlaps::words);
    }

    private static String words(List<Minutes> common) {
        return Weekdays.words(common.stream().map(Minutes::day).toList()) + " "
                + common.get(0).times();
    }

    private static List<Integer> starts(Shift shift) {
        return shift.days().stream()
                .map(day -> (day.getValue() - 1) * DAY + shift.from().toSecondOfDay() / 60)
                .toList();
    }

    private static int length(Shift shift) {
        var minutes = (shift.to().toSecondOfDay() - shift.from().toSecondOfDay()) / 60;
        return shift.crossesMidnight() ? minutes + DAY : minutes;
    }

    /** A stretch of the week in minutes from Monday's midnight. */
    private record Minutes(int from, int to) {

        DayOfWeek day() {
            return DayOfWeek.of(Math.floorMod(from, WEEK) / DAY + 1);
        }

        String times() {
            return time(from) + "-" + time(to);
        }

        private static LocalTime time(int minute) {
            return LocalTime.ofSecondOfDay(Math.floorMod(minute, DAY) * 60L);
        }
    }
}
