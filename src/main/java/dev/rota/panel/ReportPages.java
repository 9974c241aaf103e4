package dev.rota.panel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import dev.rota.panel.ReportView.Figure;
import dev.rota.panel.ReportView.Line;
import dev.rota.panel.ReportView.Point;
import dev.rota.panel.ReportView.Question;
import dev.rota.panel.ReportView.Row;
import dev.rota.panel.ReportView.Rows;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.Grouping;
import dev.rota.report.Measure;
import dev.rota.report.ResponseTimes;
import dev.rota.report.Times;
import dev.rota.report.Waits;
import dev.rota.report.Waits.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of reports, of what the viewer may see. */
final class ReportPages {

    private static final int MOST_ROWS = 200;
    private static final int POINTS = 28;
    private static final String WAITING = Status.WAITING.label();
    private static final String IN_PROGRESS = Status.IN_PROGRESS.label();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Backlog backlog;
    private final Waits waits;
    private final ResponseTimes times;
    private final Supplier<Company> company;
    private final Clock clock;

    ReportPages(Backlog backlog, Waits waits, ResponseTimes times, Supplier<Company> company, Clock clock) {
        this.backlog = backlog;
        this.waits = waits;
        this.times = times;
        this.company = company;
        this.clock = clock;
    }

    /** The days of the week until now, by the agents and in business time: what is shown to who asks for nothing. */
    Question usual() {
        var today = clock.instant().atZone(zone()).toLocalDate();
        return new Question(
                today.minusDays(6).toString(),
                today.toString(),
                "",
                "",
                Grouping.AGENT.label(),
                Measure.BUSINESS.label(),
                "",
                "");
    }

    ReportView of(Question question, Viewer viewer) {
        var known = new Known(company.get(), viewer);
        var reader = new ReportReader(known, zone(), question);
        var by = reader.by();
        var measure = reader.measure();
        var asked = reader.asked();
        var counted = reader.faults().isEmpty() ? asked : null;
        var ended = counted == null ? List.<Wait>of() : waits.ended(counted, viewer);
        return new ReportView(
                question,
                zone().getId(),
                asked == null ? null : asked.from(),
                asked == null ? null : asked.to(),
                known.numberOptions(),
                known.teamOptions(),
                reader.faults(),
                lines(ended, by, measure, question),
                counted == null ? List.of() : points(counted, question, viewer),
                counted == null ? null : rows(counted, ended, by, measure, question, viewer));
    }

    private List<Line> lines(List<Wait> ended, Grouping by, Measure measure, Question question) {
        return times.of(ended, by, measure).stream()
                .map(line -> new Line(
                        line.name(),
                        title(line.name(), by),
                        List.of(
                                figure(line, Waits.Kind.FIRST, line.first(), question),
                                figure(line, Waits.Kind.NEXT, line.next(), question),
                                figure(line, Waits.Kind.RESOLUTION, line.resolution(), question))))
                .toList();
    }

    private static Figure figure(ResponseTimes.Line line, Waits.Kind kind, Times times, Question question) {
        return new Figure(
                kind.label(), times.count(), times.p50(), times.p90(), page(question, kind.label(), line.name()));
    }

    /** Where the rows of a figure stand. */
    private static String page(Question question, String kind, String name) {
        return UriComponentsBuilder.fromPath("/reports")
                .queryParam("from", question.from())
                .queryParam("to", question.to())
                .queryParam("number", "{number}")
                .queryParam("team", "{team}")
                .queryParam("by", question.by())
                .queryParam("clock", question.clock())
                .queryParam("kind", kind)
                .queryParam("name", "{name}")
                .fragment("rows")
                .encode()
                .buildAndExpand(question.number(), question.team(), name)
                .toUriString();
    }

    private List<Point> points(Asked asked, Question question, Viewer viewer) {
        var step = Duration.between(asked.from(), asked.to()).dividedBy(POINTS);
        var instants = asked.every(step, clock.instant());
        var found = backlog.count(asked, instants, viewer).stream()
                .collect(groupingBy(Backlog.Point::at, HashMap::new, toList()));
        return found.isEmpty()
                ? List.of()
                : instants.stream()
                        .map(at -> point(at, found.getOrDefault(at, List.of()), question))
                        .toList();
    }

    private Point point(Instant at, List<Backlog.Point> queues, Question question) {
        return new Point(
                time(at),
                queues.stream().mapToInt(Backlog.Point::waiting).sum(),
                queues.stream().mapToInt(Backlog.Point::inProgress).sum(),
                page(question, WAITING, at.toString()),
                page(question, IN_PROGRESS, at.toString()));
    }

    private @Nullable Rows rows(
            Asked asked, List<Wait> ended, Grouping by, Measure measure, Question question, Viewer viewer) {
        if (question.kind().equals(WAITING) || question.kind().equals(IN_PROGRESS)) {
            var at = ReportReader.instant(question.name());
            return at == null ? null : open(asked, at, question, viewer);
        }
        return Arrays.stream(Waits.Kind.values()).anyMatch(kind -> kind.label().equals(question.kind()))
                ? ended(ended, by, measure, question)
                : null;
    }

    private Rows open(Asked asked, Instant at, Question question, Viewer viewer) {
        var titles = new Titles(company.get());
        var found = backlog.open(asked, at, question.kind().equals(WAITING), MOST_ROWS + 1, viewer);
        var items =
                found.stream().limit(MOST_ROWS).map(one -> row(one, at, titles)).toList();
        return new Rows(question.kind(), true, time(at), items, found.size() > MOST_ROWS);
    }

    private Rows ended(List<Wait> ended, Grouping by, Measure measure, Question question) {
        var titles = new Titles(company.get());
        var found = ended.stream()
                .filter(wait -> wait.kind().label().equals(question.kind()))
                .filter(wait -> times.name(wait, by).equals(question.name()))
                .toList();
        var items = found.stream()
                .limit(MOST_ROWS)
                .map(wait -> row(wait, measure, titles))
                .toList();
        return new Rows(question.kind(), false, title(question.name(), by), items, found.size() > MOST_ROWS);
    }

    private Row row(Backlog.Open one, Instant at, Titles titles) {
        return new Row(
                one.conversation(),
                one.protocol(),
                titles.queue(one.queue()),
                one.owner() == null ? null : titles.agent(one.owner()),
                time(one.since()),
                null,
                Ages.between(one.since(), at));
    }

    private Row row(Wait wait, Measure measure, Titles titles) {
        return new Row(
                wait.conversation(),
                wait.protocol(),
                titles.queue(wait.queue()),
                titles.agent(wait.by()),
                time(wait.from()),
                time(wait.to()),
                String.valueOf(FloorTimes.length(times.taken(wait, measure))));
    }

    private String title(String name, Grouping by) {
        return switch (by) {
            case AGENT -> new Titles(company.get()).agent(name);
            case QUEUE -> new Titles(company.get()).queue(name);
            case NUMBER -> name;
            case TEAM -> team(name);
        };
    }

    private String team(String name) {
        var team = company.get().teams().get(name);
        return team == null ? name : team.title();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return company.get().timetable().zone(null);
    }
}
