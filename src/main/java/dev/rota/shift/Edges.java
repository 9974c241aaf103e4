package dev.rota.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The switchovers of one calendar. */
final class Edges {

    private Edges() {}

    /** Those after one instant and up to another, in order. */
    static List<Edge> of(Days days, Instant from, Instant to) {
        var calendar = days.calendar();
        var edges = new ArrayList<Edge>();
        Span before = null;
        for (var span : days.between(from.minusNanos(1), to.plusNanos(1)).toList()) {
            if (before == null || !before.until().equals(span.from())) {
                if (before != null) {
                    edges.add(Edge.ofEnd(calendar.name(), before));
                }
                edges.add(Edge.ofBeginning(calendar.name(), span));
            } else if (!goesOn(before, span, calendar)) {
                edges.add(Edge.between(calendar.name(), before, span));
            }
            before = span;
        }
        if (before != null) {
            edges.add(Edge.ofEnd(calendar.name(), before));
        }
        edges.removeIf(edge -> !edge.at().isAfter(from) || edge.at().isAfter(to));
        return edges;
    }

    /** An exception may cut a shift or make it longer; the shift of a new day is another, as other people may work it. */
    private static boolean goesOn(Span before, Span span, Calendar calendar) {
        var ofWeek = Span.of(span.shift(), span.date(), calendar.zone());
        return before.shift().equals(span.shift())
                && (before.date().equals(span.date()) || !ofWeek.from().equals(span.from()));
    }
}
