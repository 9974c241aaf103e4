package dev.rota.conversation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what swaps led to out of the chains of conversations. */
final class MovesQuery implements Moves {

    private static final String LATEST =
            """
            SELECT m.conversation, c.protocol, step.what, before.queue AS from_queue, step.queue AS to_queue, step.why,
                   step.at
            FROM moved m
            JOIN conversation c ON c.id = m.conversation
            JOIN change step ON step.conversation = m.conversation AND step.epoch = m.epoch
            JOIN change before ON before.conversation = m.conversation AND before.epoch = m.epoch - 1
            WHERE m.swap = :swap
            ORDER BY step.at DESC, m.conversation DESC
            LIMIT :most
            """;

    private final JdbcClient database;

    MovesQuery(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int count(long swap) {
        return database.sql("SELECT count(*) FROM moved WHERE swap = :swap")
                .param("swap", swap)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Move> latest(long swap, int most) {
        return database.sql(LATEST)
                .param("swap", swap)
                .param("most", most)
                .query((row, n) -> new Move(
                        row.getLong("conversation"),
                        Columns.text(row, "protocol"),
                        Columns.text(row, "what"),
                        Columns.text(row, "from_queue"),
                        Columns.text(row, "to_queue"),
                        Columns.text(row, "why"),
                        Columns.instant(row, "at")))
                .list();
    }
}
