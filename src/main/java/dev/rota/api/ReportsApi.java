package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.Grouping;
import dev.rota.report.Measure;
import dev.rota.report.Ownership;
import dev.rota.report.ResponseTimes;
import dev.rota.report.Times;
import dev.rota.report.Waits;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backlog over time, response times and what agents had, of what the caller may see; with {@code format=csv} as tables. */
@RestController
@RequestMapping("/api/reports")
class ReportsApi {

    private static final String CSV = "format=csv";
    private static final Duration SHORTEST_STEP = Duration.ofMinutes(1);
    private static final int MOST_POINTS = 2000;

    private final Backlog backlog;
    private final Waits waits;
    private final Ownership ownership;
    private final ResponseTimes times;
    private final Clock clock;

    ReportsApi(Backlog backlog, Waits waits, Ownership ownership, ResponseTimes times, Clock clock) {
        this.backlog = backlog;
        this.waits = waits;
        this.ownership = ownership;
        this.times = times;
        this.clock = clock;
    }

    /**
     * How many conversations were open, at each instant and in each queue.
     *
     * @param step from one instant to the next, such as {@code PT1H}
     */
    @GetMapping("/backlog")
    Page<Backlog.Point> backlog(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "PT1H") String step,
            @AuthenticationPrincipal Viewer viewer) {
        var asked = asked(parameters);
        var instants = asked.every(step(step, asked), clock.instant());
        return new Page<>(backlog.count(asked, instants, viewer), null);
    }

    @GetMapping(path = "/backlog", params = CSV)
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

    /**
     * How long customers waited.
     *
     * @param by agent, queue, number or team
     * @param measured business or wall: the time while the queue was open, or all of it
     */
    @GetMapping("/response-times")
    Page<Line> responseTimes(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "agent") String by,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var grouping =
                Grouping.of(by).orElseThrow(() -> new BadParameter("by", "expected agent, queue, number or team"));
        var measure = measure(measured);
        var lines = times.of(waits.ended(asked(parameters), viewer), grouping, measure);
        return new Page<>(lines.stream().map(line -> Line.of(line, measure)).toList(), null);
    }

    @GetMapping(path = "/response-times", params = CSV)
    ResponseEntity<Resource> responseTimesTable(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "agent") String by,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var table = new Csv("name", "clock", "waitedFor", "count", "p50Seconds", "p90Seconds");
        for (var line : responseTimes(parameters, by, measured, viewer).items()) {
            line.byKind()
                    .forEach((kind, took) ->
                            table.add(line.name, line.clock, kind, took.count, took.p50Seconds, took.p90Seconds));
        }
        return table.answer("response-times.csv");
    }

    /** What each agent had, and how long the customers waited whom the agent answered. */
    @GetMapping("/agents")
    Page<OfAgent> agents(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var measure = measure(measured);
        var asked = asked(parameters);
        var owned = ownership.of(asked, viewer);
        var lines = new TreeMap<String, ResponseTimes.Line>();
        owned.keySet().forEach(agent -> lines.put(agent, ResponseTimes.Line.empty(agent)));
        times.of(waits.ended(asked, viewer), Grouping.AGENT, measure).forEach(line -> lines.put(line.name(), line));
        var items = lines.values().stream()
                .map(line ->
                        OfAgent.of(owned.getOrDefault(line.name(), Ownership.Owned.NOTHING), Line.of(line, measure)))
                .toList();
        return new Page<>(items, null);
    }

    @GetMapping(path = "/agents", params = CSV)
    ResponseEntity<Resource> agentsTable(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "clock", defaultValue = "business") String measured,
            @AuthenticationPrincipal Viewer viewer) {
        var table = new Csv(
                "name",
                "assigned",
                "conversations",
                "ownedSeconds",
                "clock",
                "waitedFor",
                "count",
                "p50Seconds",
                "p90Seconds");
        for (var one : agents(parameters, measured, viewer).items()) {
            new Line(one.name, one.clock, one.first, one.next, one.resolution)
                    .byKind()
                    .forEach((kind, took) -> table.add(
                            one.name,
                            one.assigned,
                            one.conversations,
                            one.ownedSeconds,
                            one.clock,
                            kind,
                            took.count,
                            took.p50Seconds,
                            took.p90Seconds));
        }
        return table.answer("agents.csv");
    }

    private Asked asked(Map<String, String> parameters) {
        var window = Window.past(parameters.get("from"), parameters.get("to"), clock.instant());
        return new Asked(
                window.from(),
                window.to(),
                Parameters.text(parameters.get("number")),
                Parameters.text(parameters.get("team")),
                Parameters.text(parameters.get("queue")),
                Parameters.text(parameters.get("agent")));
    }

    private static Measure measure(String label) {
        return Measure.of(label).orElseThrow(() -> new BadParameter("clock", "expected business or wall"));
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

        Map<String, Took> byKind() {
            return new TreeMap<>(Map.of("first", first, "next", next, "resolution", resolution));
        }
    }

    /**
     * An agent, with the times of a {@link Line}.
     *
     * @param ownedSeconds for how long the agent was responsible, of all conversations together, by the wall clock
     */
    record OfAgent(
            String name,
            int assigned,
            int conversations,
            long ownedSeconds,
            String clock,
            Took first,
            Took next,
            Took resolution) {

        static OfAgent of(Ownership.Owned owned, Line line) {
            return new OfAgent(
                    line.name,
                    owned.assigned(),
                    owned.conversations(),
                    owned.time().toSeconds(),
                    line.clock,
                    line.first,
                    line.next,
                    line.resolution);
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
