package dev.rota.conversation;

import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.ReportConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The backlog in three ways, each as lines of instant, queue, how many waited, and how many were in progress. */
final class BacklogRecount {

    private final Desk desk;
    private final Asked asked;
    private final Duration step;
    private final Backlog backlog;

    BacklogRecount(Desk desk, Asked asked, Duration step) {
        this.desk = desk;
        this.asked = asked;
        this.step = step;
        this.backlog = new ReportConfiguration().backlog(desk.jdbc, () -> desk.company);
    }

    /** As the report tells it. */
    Set<String> told(Viewer viewer) {
        var found = new HashSet<String>();
        backlog.count(asked, instants(), viewer)
                .forEach(point ->
                        found.add(point.at() + " " + point.queue() + " " + point.waiting() + " " + point.inProgress()));
        return found;
    }

    /** From the rows that stand behind each figure. */
    Set<String> listed(Viewer viewer) {
        var found = new HashSet<String>();
        for (var at : instants()) {
            var queues = new TreeMap<String, int[]>();
            for (var waiting : new boolean[] {true, false}) {
                backlog.open(asked, at, waiting, Integer.MAX_VALUE, viewer)
                        .forEach(one -> queues.computeIfAbsent(one.queue(), queue -> new int[2])[waiting ? 0 : 1]++);
            }
            queues.forEach((queue, many) -> found.add(at + " " + queue + " " + many[0] + " " + many[1]));
        }
        return found;
    }

    private List<Instant> instants() {
        return asked.every(step, desk.clock.instant());
    }

    /** From the chains of changes, each instant looked up by itself; of all queues but that of sales. */
    Set<String> counted() {
        var found = new HashSet<String>();
        var now = desk.clock.instant();
        var at = asked.from();
        while (!at.equals(now)) {
            count(at, found);
            at = at.plus(step).isBefore(now) ? at.plus(step) : now;
        }
        count(now, found);
        return found;
    }

    private void count(Instant at, Set<String> found) {
        desk.jdbc
                .sql(
                        """
                        SELECT queue, count(*) FILTER (WHERE status = 'waiting') || ' '
                            || count(*) FILTER (WHERE status = 'in_progress') AS figures
                        FROM (SELECT DISTINCT ON (conversation) status, queue FROM change WHERE at <= :at
                            ORDER BY conversation, epoch DESC) last
                        WHERE status <> 'closed' AND queue <> 'sales' GROUP BY queue
                        """)
                .param("at", Unnest.timestamp(at))
                .query(row -> {
                    found.add(at + " " + row.getString("queue") + " " + row.getString("figures"));
                });
    }
}
