package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.report.Waits.Kind;
import dev.rota.report.Waits.Wait;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long customers waited for answers and for the end, by agent, queue, number or team. */
public final class ResponseTimes {

    /** Where what belongs to no known team is counted: what closed by itself, and people who have left the files. */
    public static final String NOBODY = "none";

    private final Supplier<Company> company;

    ResponseTimes(Supplier<Company> company) {
        this.company = company;
    }

    /** One of those by which they are told apart. */
    public record Line(String name, Times first, Times next, Times resolution) {

        /** Of who ended nothing. */
        public static Line empty(String name) {
            return new Line(name, Times.NONE, Times.NONE, Times.NONE);
        }
    }

    /** The lines in the order of their names; who ended nothing in that time has none. */
    public List<Line> of(List<Wait> waits, Grouping by, Measure measure) {
        var known = company.get();
        var found = waits.stream()
                .collect(Collectors.groupingBy(wait -> name(wait, by, known), TreeMap::new, Collectors.toList()));
        return found.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), measure, known))
                .toList();
    }

    private static Line line(String name, List<Wait> waits, Measure measure, Company known) {
        return new Line(
                name,
                times(waits, Kind.FIRST, measure, known),
                times(waits, Kind.NEXT, measure, known),
                times(waits, Kind.RESOLUTION, measure, known));
    }

    private static Times times(List<Wait> waits, Kind kind, Measure measure, Company known) {
        return Times.of(waits.stream()
                .filter(wait -> wait.kind() == kind)
                .map(wait -> taken(wait, measure, known))
                .toList());
    }

    /** How long one took, to be told beside the figure that it is part of. */
    public Duration taken(Wait wait, Measure measure) {
        return taken(wait, measure, company.get());
    }

    /** To which line one belongs. */
    public String name(Wait wait, Grouping by) {
        return name(wait, by, company.get());
    }

    /** By Meta's clock an answer may be older than what it answers: that took no time. */
    private static Duration taken(Wait wait, Measure measure, Company known) {
        if (!wait.from().isBefore(wait.to())) {
            return Duration.ZERO;
        }
        return measure == Measure.WALL
                ? Duration.between(wait.from(), wait.to())
                : known.timetable()
                        .openTime(wait.queue(), known.queue(wait.queue()).hours(), wait.from(), wait.to());
    }

    private static String name(Wait wait, Grouping by, Company known) {
        return switch (by) {
            case AGENT -> wait.by();
            case QUEUE -> wait.queue();
            case NUMBER -> wait.number();
            case TEAM -> {
                var agent = known.agents().get(wait.by());
                yield agent == null ? NOBODY : agent.team();
            }
        };
    }
}
