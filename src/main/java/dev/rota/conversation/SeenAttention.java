package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Signal;
import dev.rota.desk.Signals;
import dev.rota.desk.Viewer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a customer wrote last to whoever is responsible; that it can't be found costs nobody anything. */
final class SeenAttention implements Attention {

    private static final Logger log = LoggerFactory.getLogger(SeenAttention.class);

    private static final String LATEST =
            """
            SELECT c.number, m.wamid FROM conversation c
            JOIN LATERAL (SELECT wamid FROM message
                          WHERE conversation = c.id AND direction = 'in' AND wamid IS NOT NULL
                          ORDER BY id DESC LIMIT 1) m ON true
            WHERE c.id = :id AND c.status = 'in_progress' AND c.owner = :viewer
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;
    private final Signals signals;
    private final boolean receipts;
    private final boolean typing;

    /**
     * Makes one.
     *
     * @param receipts whether customers shall see that they were read
     * @param typing whether they shall see that somebody is typing
     */
    SeenAttention(JdbcClient database, Supplier<Company> company, Signals signals, boolean receipts, boolean typing) {
        this.database = database;
        this.company = company;
        this.signals = signals;
        this.receipts = receipts;
        this.typing = typing;
    }

    @Override
    public void reads(long conversation, Viewer by) {
        if (receipts) {
            give(conversation, by, false);
        }
    }

    @Override
    public void types(long conversation, Viewer by) {
        if (typing) {
            give(conversation, by, true);
        }
    }

    private void give(long conversation, Viewer by, boolean writes) {
        try {
            database.sql(LATEST)
                    .param("id", conversation)
                    .param("viewer", by.name())
                    .query((row, n) -> new Latest(Columns.text(row, "number"), Columns.text(row, "wamid")))
                    .optional()
                    .ifPresent(latest -> give(latest, writes));
        } catch (DataAccessException e) {
            log.debug(
                    "a customer is not told that somebody looks ({})",
                    e.getClass().getSimpleName());
        }
    }

    private void give(Latest latest, boolean writes) {
        company.get()
                .numberById(latest.number)
                .map(Number::name)
                .ifPresent(number -> signals.give(new Signal(number, latest.wamid, writes)));
    }

    private record Latest(String number, String wamid) {

        @Override
        public String toString() {
            return "Latest[" + number + "]";
        }
    }
}
