package dev.rota.conversation;

import dev.rota.conversation.StandingOverride.Effect;
import dev.rota.conversation.StandingOverride.Line;
import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads overrides, and what they have done. */
final class OverrideQuery {

    private static final int MOST_OVER = 50;
    private static final int MOST_LINES = 500;

    private static final String LIST =
            """
            SELECT * FROM (
                SELECT * FROM override WHERE ended_at IS NULL
                UNION ALL
                (SELECT * FROM override WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT :most)
            ) known
            ORDER BY ended_at IS NOT NULL, id DESC
            """;

    private static final String COUNTS =
            "SELECT kind, count(*) AS count FROM overridden WHERE override = :id GROUP BY kind";

    private static final String LINES =
            """
            SELECT c.id, c.protocol, m.kind, m.from_queue, c.queue, c.owner
            FROM overridden m JOIN conversation c ON c.id = m.conversation
            WHERE m.override = :id AND
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    OverrideQuery(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    List<StandingOverride> list(Instant now) {
        return jdbc.sql(LIST)
                .param("most", MOST_OVER)
                .query((row, n) -> override(row, now))
                .list();
    }

    Optional<StandingOverride> find(long id, Instant now, Viewer viewer) {
        return jdbc.sql("SELECT * FROM override WHERE id = :id")
                .param("id", id)
                .query((row, n) -> override(row, now))
                .optional()
                .map(one -> one.with(done(id, viewer)));
    }

    /** What it would do. */
    Effect foreseen(List<Again> fitting, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        var kinds = fitting.stream().collect(Collectors.groupingBy(OverrideQuery::kind, Collectors.counting()));
        return effect(
                kinds,
                fitting.stream()
                        .filter(again -> sight.sees(again.was().queue()) || sight.sees(again.queue()))
                        .limit(MOST_LINES)
                        .map(OverrideQuery::line)
                        .toList());
    }

    private Effect done(long id, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        var kinds = jdbc
                .sql(COUNTS)
                .param("id", id)
                .query((row, n) -> Map.entry(Columns.text(row, "kind"), row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var lines = jdbc.sql(LINES + sight.condition() + " ORDER BY m.at, c.id LIMIT :most")
                .param("id", id)
                .param("most", MOST_LINES)
                .params(sight.parameters())
                .query((row, n) -> new Line(
                        row.getLong("id"),
                        Columns.text(row, "protocol"),
                        Columns.text(row, "kind"),
                        Columns.text(row, "from_queue"),
                        Columns.text(row, "queue"),
                        row.getString("owner")))
                .list();
        return effect(kinds, lines);
    }

    private static Effect effect(Map<String, Long> kinds, List<Line> lines) {
        return new Effect(
                kinds.getOrDefault("moved", 0L).intValue(),
                kinds.getOrDefault("stayed", 0L).intValue(),
                kinds.getOrDefault("in_progress", 0L).intValue(),
                lines);
    }

    private static String kind(Again again) {
        if (again.was().status() == Status.IN_PROGRESS) {
            return "in_progress";
        }
        return again.moves() ? "moved" : "stayed";
    }

    private static Line line(Again again) {
        var was = again.was();
        var queue = was.status() == Status.IN_PROGRESS ? was.queue() : again.queue();
        return new Line(was.id(), was.protocol(), kind(again), was.queue(), queue, was.owner());
    }

    private StandingOverride override(ResultSet row, Instant now) throws SQLException {
        var one = OverrideTable.override(row);
        var endedAt = Columns.instantOrNull(row, "ended_at");
        var over = endedAt != null || !one.isInForce(now);
        return new StandingOverride(
                one.id(),
                one.match(),
                one.queue(),
                one.until(),
                one.by(),
                one.reason(),
                one.from(),
                over ? "over" : "in_force",
                endedAt,
                row.getString("ended_by"),
                over ? null : problem(one.queue()),
                null);
    }

    private @Nullable String problem(String queue) {
        return company.get().queues().containsKey(queue)
                ? null
                : "there is no queue '" + queue + "' in config/queues.yaml any more";
    }
}
