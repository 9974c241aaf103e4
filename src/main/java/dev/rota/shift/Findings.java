package dev.rota.shift;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what is found day by day into one gap for the same thing at the same time of day, and few for one subject. */
final class Findings {

    private static final int MOST_OF_A_SUBJECT = 5;

    private final Map<Key, List<Stretch>> found = new LinkedHashMap<>();

    void add(Gap.Kind kind, String subject, String detail, Stretch gap, ZoneId zone) {
        var begins = gap.from().atZone(zone).toLocalTime();
        found.computeIfAbsent(new Key(kind, subject, detail, begins, gap.length(), zone), key -> new ArrayList<>())
                .add(gap);
    }

    /** The gaps by their first occurrence. */
    List<Gap> inOrder() {
        return found.entrySet().stream()
                .map(entry -> gap(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Gap::from))
                .collect(Collectors.groupingBy(
                        gap -> List.of(gap.kind(), gap.subject()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(gaps -> few(gaps).stream())
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    private static List<Gap> few(List<Gap> gaps) {
        if (gaps.size() <= MOST_OF_A_SUBJECT) {
            return gaps;
        }
        var few = new ArrayList<>(gaps.subList(0, MOST_OF_A_SUBJECT));
        few.set(MOST_OF_A_SUBJECT - 1, gaps.get(MOST_OF_A_SUBJECT - 1).andOthers(gaps.size() - MOST_OF_A_SUBJECT));
        return few;
    }

    private static Gap gap(Key key, List<Stretch> stretches) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        stretches.forEach(gap -> days.add(gap.from().atZone(key.zone()).getDayOfWeek()));
        var first = stretches.get(0);
        return new Gap(
                key.kind(),
                key.subject(),
                key.detail(),
                days,
                first.from().atZone(key.zone()).toLocalDateTime(),
                first.until().atZone(key.zone()).toLocalDateTime(),
                stretches.size(),
                0,
                key.zone());
    }

    private record Key(Gap.Kind kind, String subject, String detail, LocalTime begins, Duration length, ZoneId zone) {}
}
