package dev.rota.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one plain table of the ceiling, in the engine's database: the least that still stores each body once. */
final class CeilingTable {

    private static final String INSERT =
            """
            INSERT INTO bench_ceiling (key, body)
            SELECT key, body FROM unnest(?::uuid[], ?::bytea[]) AS row (key, body) ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate database;

    /** A body as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it is stored once
    record Row(UUID key, byte[] body) {
        @Override
        public String toString() {
            return "Row[" + key + "]";
        }
    }

    CeilingTable(JdbcTemplate database) {
        this.database = database;
        database.execute("CREATE TABLE IF NOT EXISTS bench_ceiling (key uuid PRIMARY KEY, body bytea NOT NULL)");
    }

    /** Stores a group in one commit. */
    void insert(List<Row> rows) {
        database.update(INSERT, statement -> {
            var connection = statement.getConnection();
            var keys = rows.stream().map(Row::key).toArray();
            var bodies = rows.stream().map(Row::body).toArray(byte[][]::new);
            statement.setArray(1, connection.createArrayOf("uuid", keys));
            statement.setArray(2, connection.createArrayOf("bytea", bodies));
        });
    }
}
