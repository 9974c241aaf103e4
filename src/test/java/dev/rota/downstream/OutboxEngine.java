package dev.rota.downstream;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.Dispatch;
import dev.rota.desk.Gathering;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of one of several engines that share a database; it tells how often it has looked for what is due. */
final class OutboxEngine implements Settled, AutoCloseable {

    private final AtomicInteger looks = new AtomicInteger();
    private final DueDeliveries due;

    OutboxEngine(DataSource source, Clock clock, Supplier<Company> company) {
        var jdbc = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        due = new DueDeliveries(
                new Leases(jdbc, new StoredCommands(JsonMapper.builder().build()), clock),
                new Abandoned(jdbc, transaction, this, clock),
                new Circuits(jdbc, clock),
                new Overdue(jdbc, transaction, this, clock),
                new Settling(jdbc, transaction, company, this, clock),
                () -> {
                    looks.incrementAndGet();
                    return company.get();
                },
                new Backoff(new Random(1)),
                Gathering.NONE,
                clock);
    }

    void start(Function<Dispatch, CompletableFuture<DeliveryOutcome>> contact) {
        due.start(contact);
    }

    /** Waits until each has looked, from the beginning, at what is due now, and what it found there has settled. */
    static void look(List<OutboxEngine> engines, BooleanSupplier hasSettled) {
        var seen = engines.stream().map(engine -> engine.looks.get()).toList();
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    engines.forEach(engine -> engine.due.stir());
                    for (var n = 0; n < engines.size(); n++) {
                        if (engines.get(n).looks.get() <= seen.get(n) + 1) {
                            return false;
                        }
                    }
                    return hasSettled.getAsBoolean();
                });
    }

    @Override
    public void close() {
        due.close();
    }

    @Override
    public void accepted(long message, String wamid) {
        throw new AssertionError("no reply is sent here");
    }

    @Override
    public void joined(long message) {
        throw new AssertionError("no reply is sent here");
    }

    @Override
    public void failed(long message, MessageStatus status, @Nullable String error) {
        throw new AssertionError("no reply is sent here");
    }

    @Override
    public void touched(Collection<Long> conversations) {
        // whoever looks at a conversation is told, and here nobody looks
    }
}
