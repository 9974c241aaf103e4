package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Sight;
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
 *
 * @param then the queues in which it may have happened; of no meaning to somebody who asks for all and sees it
 * @param number the {@code phone_number_id}; null for any
 */
record Scope(Sight today, Set<String> then, @Nullable String number, Asked asked) {

    /** Begins a statement: {@code concerned} are the conversations that were open at some instant of the time. */
    private static final String CONCERNED =
            """
            WITH concerned AS (
                SELECT c.id, c.protocol, c.number FROM conversation c
                WHERE c.status <> 'closed' AND c.opened_at < :to AND %1$s AND %2$s
                UNION ALL
                SELECT c.id, c.protocol, c.number FROM conversation c
                WHERE c.status = 'closed' AND NOT c.shadow AND c.closed_at >= :from AND c.opened_at < :to AND %1$s AND %2$s
            ),
            """;

    static Scope of(Asked asked, Viewer viewer, Company company) {
        var then =
                new HashSet<>(viewer.role().seesAll() ? company.queues().keySet() : company.queuesOf(viewer.teams()));
        if (asked.team() != null) {
            then.retainAll(company.queuesOf(Set.of(asked.team())));
        }
        var number =
                Optional.ofNullable(asked.number()).map(company.numbers()::get).map(Number::id);
        return new Scope(Sight.of(viewer, company), Set.copyOf(then), number.orElse(asked.number()), asked);
    }

    /**
     * A statement with {@code concerned} before it.
     *
     * @param sql with {@code {then}} for the condition on {@code queue}, in which something happened
     */
    StatementSpec of(JdbcClient database, String sql) {
        var concerned = CONCERNED.formatted(today.condition(), number == null ? "true" : "c.number = :number");
        return database.sql(concerned + sql.replace("{then}", condition()))
                .params(today.parameters())
                .params(Map.of(
                        "then", then.toArray(String[]::new),
                        "from", asked.from().atOffset(ZoneOffset.UTC),
                        "to", asked.to().atOffset(ZoneOffset.UTC)))
                .param("number", number)
                .param("queue", asked.queue())
                .param("agent", asked.agent());
    }

    /** One that has left the files is seen by who sees all. */
    private String condition() {
        var seen = today.all() && asked.team() == null ? "true" : "queue = ANY(:then)";
        return asked.queue() == null ? seen : seen + " AND queue = :queue";
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
