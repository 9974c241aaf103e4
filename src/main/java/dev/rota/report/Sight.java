package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What of the past is counted for a viewer: of conversations that they see today, what happened in queues that they see.
 * A conversation that has left their teams is as if it had never been there, and one that has come to them brings nothing of
 * the other teams with it.
 */
record Sight(boolean all, String viewer, Set<String> queues, Set<String> then, @Nullable String number, Asked asked) {

    static Sight of(Asked asked, Viewer viewer, Company company) {
        var all = viewer.role().seesAll();
        var visible = all ? company.queues().keySet() : company.queuesOf(viewer.teams());
        var then = new HashSet<>(visible);
        if (asked.team() != null) {
            then.retainAll(company.queuesOf(Set.of(asked.team())));
        }
        var number =
                Optional.ofNullable(asked.number()).map(company.numbers()::get).map(Number::id);
        return new Sight(
                all, viewer.name(), Set.copyOf(visible), Set.copyOf(then), number.orElse(asked.number()), asked);
    }

    /** The condition on {@code conversation c} as it is today. */
    private String todaySeen() {
        return all ? "true" : "(c.queue = ANY(:visible) OR c.status = 'in_progress' AND c.owner = :viewer)";
    }

    /** The condition on the queue in which it happened; one that has left the files is seen by those who see all. */
    private String thenSeen() {
        return all && asked.team() == null ? "true" : "queue = ANY(:then)";
    }

    /** A statement with {@code {today}} and {@code {then}} in it, and what was asked as parameters. */
    StatementSpec of(JdbcClient database, String sql) {
        return database.sql(sql.replace("{today}", todaySeen()).replace("{then}", thenSeen()))
                .params(Map.of(
                        "visible", queues.toArray(String[]::new),
                        "then", then.toArray(String[]::new),
                        "viewer", viewer,
                        "from", asked.from().atOffset(ZoneOffset.UTC),
                        "to", asked.to().atOffset(ZoneOffset.UTC)))
                .param("number", number)
                .param("queue", asked.queue())
                .param("agent", asked.agent());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
