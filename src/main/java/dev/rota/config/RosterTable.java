package dev.rota.config;

import dev.rota.shift.Cycle;
import dev.rota.shift.Duty;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A roster as a table: a row for each agent on each shift, perhaps from a day to another, on some days, in a cycle. */
final class RosterTable {

    private static final List<String> NEEDED = List.of("calendar", "shift", "agent");
    static final List<String> COLUMNS = List.of("calendar", "shift", "agent", "from", "to", "days", "cycle", "anchor");
    private static final Pattern BETWEEN_DAYS = Pattern.compile("[ ,]+");

    private final Parts parts;
    private final Source source;

    RosterTable(Parts parts, Source source) {
        this.parts = parts;
        this.source = source;
    }

    /** The rows that can be taken; each other one is reported, once for each reason. */
    List<Line> lines(Table table) {
        for (var column : table.columns()) {
            if (!COLUMNS.contains(column)) {
                source.problem(1, "unknown column '" + column + "'" + Nearest.hint(column, COLUMNS));
            }
        }
        for (var column : NEEDED) {
            if (!table.columns().contains(column)) {
                source.problem(1, "the column '" + column + "' is missing");
            }
        }
        return table.columns().containsAll(NEEDED)
                ? table.rows().stream().flatMap(this::line).toList()
                : List.of();
    }

    private Stream<Line> line(Table.Row row) {
        var before = source.problems().size();
        var agent = name(row, "agent", parts.knownAgents());
        var calendar = name(row, "calendar", parts.knownCalendars());
        var shift = needed(row, "shift");
        RosterChecks.mustHaveShift(parts, source, "shift", calendar, new Located<>(shift, row.line()));
        var from = value(row, "from", LocalDate.class, LocalDate.MIN);
        var to = value(row, "to", LocalDate.class, LocalDate.MAX);
        if (to.isBefore(from)) {
            source.problem(row.line(), "the last day, " + to + ", is before the first, " + from);
        }
        var cycle = cycle(row, agent);
        var days = days(row);
        return source.problems().size() > before
                ? Stream.empty()
                : Stream.of(new Line(row, new Duty(calendar, shift, Set.of(agent), days, cycle, from, to)));
    }

    private @Nullable Cycle cycle(Table.Row row, String agent) {
        if ((row.cell("cycle") == null) != (row.cell("anchor") == null)) {
            source.problem(row.line(), "a cycle has an anchor, the agent's first day on; expected both or none");
            return null;
        }
        if (row.cell("cycle") == null) {
            return null;
        }
        var pattern = value(row, "cycle", CyclePattern.class, CyclePattern.DAILY);
        var anchor = value(row, "anchor", LocalDate.class, LocalDate.EPOCH);
        return new Cycle(pattern.on(), pattern.period(), Map.of(agent, anchor));
    }

    private Set<DayOfWeek> days(Table.Row row) {
        var days = row.cell("days");
        if (days == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var ranges = BETWEEN_DAYS
                .splitAsStream(days)
                .map(range -> parse(row, "days", range, DayRange.class, DayRange.NONE))
                .toList();
        return Timetables.days(ranges);
    }

    private String name(Table.Row row, String column, Named<?> known) {
        var name = needed(row, column);
        if (!name.isEmpty() && !known.mayKnow(name)) {
            source.problem(row.line(), "unknown " + column + " '" + name + "'" + Nearest.hint(name, known.names()));
        }
        return name;
    }

    private String needed(Table.Row row, String column) {
        var cell = row.cell(column);
        if (cell == null) {
            source.problem(row.line(), "'" + column + "' is empty");
        }
        return cell == null ? "" : cell;
    }

    private <T> T value(Table.Row row, String column, Class<T> type, T otherwise) {
        var cell = row.cell(column);
        return cell == null ? otherwise : parse(row, column, cell, type, otherwise);
    }

    private <T> T parse(Table.Row row, String column, String cell, Class<T> type, T otherwise) {
        var scalar = Scalar.of(type).orElseThrow();
        try {
            return type.cast(scalar.read().apply(cell));
        } catch (IllegalArgumentException | DateTimeException refused) {
            source.problem(row.line(), column + ": " + scalar.refusal(cell));
            return otherwise;
        }
    }

    /** A row, and what it says. */
    record Line(Table.Row row, Duty duty) {}
}
