package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.TryAgain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out waiting conversations when something else than an arrival is the reason: a place freed, a shift begun. */
public final class Drainer {

    private static final Logger log = LoggerFactory.getLogger(Drainer.class);

    /** The queues in which something waits, found one after the other in the index, however much waits in each. */
    private static final String QUEUES =
            """
            WITH RECURSIVE found AS (
                SELECT (SELECT min(queue) FROM conversation WHERE status = 'waiting') AS queue
                UNION ALL
                SELECT (SELECT min(queue) FROM conversation c WHERE status = 'waiting' AND c.queue > found.queue)
                FROM found WHERE found.queue IS NOT NULL
            )
            SELECT queue FROM found WHERE queue IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Silences silences;
    private final Drain drain;
    private final Telling telling;

    Drainer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Silences silences,
            Drain drain,
            Telling telling) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.company = company;
        this.silences = silences;
        this.drain = drain;
        this.telling = telling;
    }

    /**
     * Does what time alone gives a reason to: silent conversations make room, and every queue in which something waits is
     * drained to the end of its line, each in a transaction of its own.
     */
    public void drainAll() {
        transaction.executeWithoutResult(status -> silences.makeRoom());
        jdbc.sql(QUEUES)
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(queue -> within(List.of(queue), () -> drain.drainWhole(queue)));
    }

    /** Drains the queues that an agent serves, since the agent has a place now. */
    void drainFor(String agent) {
        drain(Affected.queuesOf(company.get(), agent));
    }

    /** Drains the queues that have a reason to hand out after a step. */
    void drainAfter(Change change) {
        drain(Affected.queues(company.get(), List.of(change)));
    }

    /** Drains these queues; what can't be done now is left to the next second. */
    void drain(Collection<String> queues) {
        within(queues, () -> drain.drain(queues));
    }

    private void within(Collection<String> queues, Supplier<List<Change>> work) {
        try {
            transaction.executeWithoutResult(status -> telling.tell(work.get(), Map.of()));
        } catch (TryAgain e) {
            log.debug("queues {} are drained in the next second: {}", queues, e.getMessage());
        }
    }
}
