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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Drain drain;
    private final Tickets tickets;
    private final Records records;

    Drainer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Drain drain,
            Tickets tickets,
            Records records) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.company = company;
        this.drain = drain;
        this.tickets = tickets;
        this.records = records;
    }

    /** Drains every queue in which something waits, each in a transaction of its own. */
    public void drainAll() {
        jdbc.sql("SELECT DISTINCT queue FROM conversation WHERE status = 'waiting'")
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(queue -> drain(List.of(queue)));
    }

    /** Drains the queues that an agent serves, since the agent has a place now. */
    void drainFor(String agent) {
        var known = company.get().agents().get(agent);
        if (known != null) {
            drain(company.get().queuesOf(java.util.Set.of(known.team())));
        }
    }

    /** Drains these queues; what can't be done now is left to the next second. */
    void drain(Collection<String> queues) {
        try {
            transaction.executeWithoutResult(status -> {
                var given = drain.drain(queues);
                tickets.tell(given, Map.of());
                records.touch(given.stream().map(Change::conversation).toList());
            });
        } catch (TryAgain e) {
            log.debug("queues {} are drained in the next second: {}", queues, e.getMessage());
        }
    }
}
