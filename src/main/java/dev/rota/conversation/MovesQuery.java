package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.function.Supplier;
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
            WHERE m.swap = :swap AND %s
            ORDER BY step.at DESC, m.conversation DESC
            LIMIT :most
            """;

    private static final String COUNT =
            "SELECT count(*) FROM moved m JOIN conversation c ON c.id = m.conversation WHERE m.swap = :swap AND %s";

    private final JdbcClient database;
    private final Supplier<Company> company;

    MovesQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public int count(long swap, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(COUNT.formatted(sight.condition()))
                .params(sight.parameters())
                .param("swap", swap)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Move> latest(long swap, int most, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(LATEST.formatted(sight.condition()))
                .params(sight.parameters())
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
