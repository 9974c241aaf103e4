package dev.rota.panel;

import dev.rota.panel.ConversationView.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of reports.
 *
 * @param zone in which days begin and end, and in which times are told
 * @param begin the first instant that counts; null when it can't be read
 * @param end the first one that does not; null when it can't be read
 * @param faults keys of sentences, each with what was asked; where there is one, nothing is counted
 * @param lines how long customers waited
 * @param backlog how much was open, at some instants
 * @param rows what is behind one figure; null when none was chosen
 */
record ReportView(
        Question asked,
        String zone,
        @Nullable Instant begin,
        @Nullable Instant end,
        List<Option> numbers,
        List<Option> teams,
        List<Fault> faults,
        List<Line> lines,
        List<Point> backlog,
        @Nullable Rows rows) {

    ReportView {
        numbers = List.copyOf(numbers);
        teams = List.copyOf(teams);
        faults = List.copyOf(faults);
        lines = List.copyOf(lines);
        backlog = List.copyOf(backlog);
    }

    /** What stands in the address. */
    record Question(
            String from, String to, String number, String team, String by, String clock, String kind, String name) {}

    /** What could not be read. */
    record Fault(String field, String key, String value) {}

    /** One of those by which times are told apart. */
    record Line(String name, String title, List<Figure> figures) {

        Line {
            figures = List.copyOf(figures);
        }
    }

    /**
     * So many times, half of which and nine of ten of which took at most so long.
     *
     * @param page the address at which its rows stand
     */
    record Figure(String kind, int count, @Nullable Duration half, @Nullable Duration most, String page) {

        public @Nullable String p50() {
            return FloorTimes.length(half);
        }

        public @Nullable String p90() {
            return FloorTimes.length(most);
        }
    }

    /**
     * What was open at an instant.
     *
     * @param waitingPage the address at which the rows stand of those that waited
     * @param progressPage the same of those in progress
     */
    record Point(String at, int waiting, int inProgress, String waitingPage, String progressPage) {}

    /**
     * What is behind a figure.
     *
     * @param kind of which figure
     * @param open whether it was open then, and not ended in that time
     * @param more whether there are more than are shown
     */
    record Rows(String kind, boolean open, String title, List<Row> items, boolean more) {

        Rows {
            items = List.copyOf(items);
        }
    }

    /**
     * One time that a customer waited, or one conversation that was open.
     *
     * @param by who answered, or whose it was; null for nobody's
     * @param to when it ended; null for what was open
     * @param took how long it took, or had taken by then
     */
    record Row(
            long conversation,
            String protocol,
            String queue,
            @Nullable String by,
            String from,
            @Nullable String to,
            String took) {}
}
