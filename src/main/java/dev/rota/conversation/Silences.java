package dev.rota.conversation;

import dev.rota.conversation.Loads.Step;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Silence;
import java.time.Clock;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets conversations weigh less whose customers say nothing, where their queue says so. */
final class Silences {

    private static final String QUIETEN =
            """
            WITH silent AS (
                SELECT c.id, c.weight, n.weight AS less
                FROM unnest(:queues, :sinces, :weights) AS n (queue, since, weight)
                JOIN conversation c ON c.queue = n.queue
                WHERE c.status = 'in_progress' AND c.weight > n.weight
                  AND coalesce(c.last_customer_at, c.opened_at) <= n.since
                ORDER BY c.id
                FOR UPDATE OF c SKIP LOCKED
            )
            UPDATE conversation c SET weight = silent.less
            FROM silent WHERE c.id = silent.id
            RETURNING c.owner, silent.less - silent.weight AS step
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Loads loads;
    private final Clock clock;

    Silences(JdbcClient jdbc, Supplier<Company> company, Loads loads, Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
        this.clock = clock;
    }

    /** Makes room in the loads of whoever is responsible. */
    void makeRoom() {
        var queues = company.get().queues().values().stream()
                .filter(queue -> queue.handout().silence() != null)
                .toList();
        if (queues.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var balance = new TreeMap<String, Step>();
        jdbc.sql(QUIETEN)
                .param("queues", Unnest.texts(queues, Queue::name))
                .param(
                        "sinces",
                        Unnest.instants(
                                queues, queue -> now.minus(silence(queue).after())))
                .param("weights", Unnest.integers(queues, queue -> silence(queue)
                        .weight()))
                .query(row -> {
                    balance.merge(Columns.text(row, "owner"), new Step(0, row.getInt("step")), Step::and);
                });
        loads.shift(balance, now);
    }

    private static Silence silence(Queue queue) {
        return Objects.requireNonNull(queue.handout().silence());
    }
}
