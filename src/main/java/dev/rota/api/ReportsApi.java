package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.Grouping;
import dev.rota.report.Measure;
import dev.rota.report.ResponseTimes;
import dev.rota.report.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backlog over time and response times, of what the caller may see. */
@RestController
class ReportsApi {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(62);
    private static final Duration SHORTEST_STEP = Duration.ofMinutes(1);
    private static final int MOST_POINTS = 2000;

    private final Backlog backlog;
    private final ResponseTimes times;
    private final Clock clock;

    ReportsApi(Backlog backlog, ResponseTimes times, Clock clock) {
        this.backlog = backlog;
        this.times = times;
        this.clock = clock;
    }

    /**
     * How many conversations were open, at each instant and in each queue.
     *
     * @param step from one instant to the next, such as {@code PT1H}
     */
    @GetMapping("/api/reports/backlog")
    Page<Backlog.Point> backlog(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "PT1H") String step,
            @AuthenticationPrincipal Viewer viewer) {
        var asked = asked(parameters);
        return new Page<>(backlog.count(asked, step(step, asked), viewer), null);
    }

    /**
     * How long customers waited.
     *
     * @param by agent, queue, number or team
     * @param measured business or wall: the time while the queue was open, or all of it
     */
    @GetMapping("/api/reports/response-times")
    Page<Line> responseTimes(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "agent") String by,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var grouping = label("by", by, Grouping.values(), Grouping::label);
        var measure = label("clock", measured, Measure.values(), Measure::label);
        var lines = times.of(asked(parameters), grouping, measure, viewer);
        return new Page<>(lines.stream().map(line -> Line.of(line, measure)).toList(), null);
    }

    /** The same as a table for spreadsheets. */
    @GetMapping(path = "/api/reports/backlog", params = "format=csv")
    ResponseEntity<Resource> backlogTable(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "PT1H") String step,
            @AuthenticationPrincipal Viewer viewer) {
        var table = new Csv("at", "queue", "waiting", "inProgress");
        for (var point : backlog(parameters, step, viewer).items()) {
            table.add(point.at(), point.queue(), point.waiting(), point.inProgress());
        }
        return table.answer("backlog.csv");
    }

    /** The same as a table for spreadsheets. */
    @GetMapping(path = "/api/reports/response-times", params = "format=csv")
    ResponseEntity<Resource> responseTimesTable(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "agent") String by,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var table = new Csv("name", "clock", "waitedFor", "count", "p50Seconds", "p90Seconds");
        for (var line : responseTimes(parameters, by, measured, viewer).items()) {
            add(table, line, "first", line.first());
            add(table, line, "next", line.next());
            add(table, line, "resolution", line.resolution());
        }
        return table.answer("response-times.csv");
    }

    private static void add(Csv table, Line line, String kind, Took took) {
        table.add(line.name(), line.clock(), kind, took.count(), cell(took.p50Seconds()), cell(took.p90Seconds()));
    }

    private static Object cell(@Nullable Long seconds) {
        return seconds == null ? "" : seconds;
    }

    private Asked asked(Map<String, String> parameters) {
        var end = Parameters.instant("to", parameters.get("to"));
        var to = end == null ? clock.instant() : end;
        var begin = Parameters.instant("from", parameters.get("from"));
        var from = begin == null ? to.minus(USUAL) : begin;
        if (!from.isBefore(to)) {
            throw new BadParameter("to", "expected a time after from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadParameter("to", "expected at most " + LONGEST.toDays() + " days after from");
        }
        return new Asked(
                from,
                to,
                Parameters.text(parameters.get("number")),
                Parameters.text(parameters.get("team")),
                Parameters.text(parameters.get("queue")),
                Parameters.text(parameters.get("agent")));
    }

    private static Duration step(String text, Asked asked) {
        try {
            var step = Duration.parse(text);
            var span = Duration.between(asked.from(), asked.to());
            if (step.compareTo(SHORTEST_STEP) >= 0 && span.dividedBy(step) < MOST_POINTS) {
                return step;
            }
        } catch (DateTimeParseException e) {
            // says the same as a step that is too short
        }
        throw new BadParameter(
                "step",
                "expected a duration of a minute or more, such as PT1H, that gives at most " + MOST_POINTS
                        + " instants");
    }

    private static <T> T label(String name, String text, T[] values, Function<T, String> label) {
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text))
                .findAny()
                .orElseThrow(() -> new BadParameter(
                        name, "expected " + Arrays.stream(values).map(label).collect(Collectors.joining(", "))));
    }

    /**
     * A line.
     *
     * @param clock by which it is measured, business or wall
     */
    record Line(String name, String clock, Took first, Took next, Took resolution) {

        static Line of(ResponseTimes.Line line, Measure measure) {
            return new Line(
                    line.name(),
                    measure.label(),
                    Took.of(line.first()),
                    Took.of(line.next()),
                    Took.of(line.resolution()));
        }
    }

    /** So many times, and how long half of them and nine of ten took at most; null of none. */
    record Took(int count, @Nullable Long p50Seconds, @Nullable Long p90Seconds) {

        static Took of(Times times) {
            return new Took(times.count(), seconds(times.p50()), seconds(times.p90()));
        }

        private static @Nullable Long seconds(@Nullable Duration duration) {
            return duration == null ? null : duration.toSeconds();
        }
    }
}
