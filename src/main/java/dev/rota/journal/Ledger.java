package dev.rota.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells what became of all events. */
public final class Ledger {

    private static final String SQL =
            """
            WITH counted AS (
                SELECT number,
                    sum(count) FILTER (WHERE figure = 'received') AS received,
                    sum(count) FILTER (WHERE figure = 'duplicate') AS duplicate,
                    sum(count) FILTER (WHERE figure = 'handled') AS handled,
                    sum(count) FILTER (WHERE figure = 'parked') AS parked,
                    max(last_at) AS last_at
                FROM ledger GROUP BY number
            ), due AS (
                SELECT number, count(*) AS pending, min(received_at) AS oldest FROM pending GROUP BY number
            )
            SELECT number, received, duplicate, handled, parked, pending,
                greatest(0, extract(epoch FROM now() - oldest))::bigint AS oldest, last_at
            FROM counted FULL JOIN due USING (number) ORDER BY number
            """;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of this moment. */
    public LedgerFigures figures() {
        var numbers = jdbc.sql(SQL).query(Ledger::ofNumber).list();
        return new LedgerFigures(
                sum(numbers, LedgerFigures.OfNumber::received),
                sum(numbers, LedgerFigures.OfNumber::handled),
                sum(numbers, LedgerFigures.OfNumber::parked),
                sum(numbers, LedgerFigures.OfNumber::pending),
                numbers.stream()
                        .mapToLong(LedgerFigures.OfNumber::oldestPendingSeconds)
                        .max()
                        .orElse(0),
                numbers);
    }

    private static LedgerFigures.OfNumber ofNumber(ResultSet row, int n) throws SQLException {
        var lastAt = row.getTimestamp("last_at");
        return new LedgerFigures.OfNumber(
                row.getString("number"),
                row.getLong("received"),
                row.getLong("duplicate"),
                row.getLong("handled"),
                row.getLong("parked"),
                row.getLong("pending"),
                row.getLong("oldest"),
                lastAt == null ? null : lastAt.toInstant());
    }

    private static long sum(List<LedgerFigures.OfNumber> numbers, ToLongFunction<LedgerFigures.OfNumber> figure) {
        return numbers.stream().mapToLong(figure).sum();
    }
}
