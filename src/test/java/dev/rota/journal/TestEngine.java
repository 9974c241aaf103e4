package dev.rota.journal;

import dev.rota.desk.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine that handles an event by completing it, on a database of the test's. */
final class TestEngine implements AutoCloseable {

    final Engine engine;
    private final TransactionTemplate transaction;

    private TestEngine(String name, DataSource database) {
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        engine = Engine.of(name, database, transactions, Clock.systemUTC(), 4);
    }

    /** One that stores, but works off nothing yet. */
    static TestEngine storing(String name, DataSource database) {
        var engine = new TestEngine(name, database);
        engine.engine.start();
        return engine;
    }

    /** One that stores and handles. */
    static TestEngine handling(String name, DataSource database, Work work) {
        var engine = storing(name, database);
        engine.handle(work);
        return engine;
    }

    /** What a test sees of the events that were handled in effect. */
    interface Work {
        void on(Event event);
    }

    void handle(Work work) {
        engine.lanes().start(event -> CompletableFuture.completedFuture(complete(event, work)));
    }

    @SuppressWarnings("NullAway") // Void has no other value
    private Void complete(Event event, Work work) {
        transaction.executeWithoutResult(status -> {
            if (engine.completion().complete(List.of(event)).contains(event.id())) {
                work.on(event);
            }
        });
        return null;
    }

    void append(Event... events) {
        later(events).orTimeout(5, TimeUnit.SECONDS).join();
    }

    CompletableFuture<Void> later(Event... events) {
        return engine.journal().append(List.of(events));
    }

    LedgerFigures figures() {
        return engine.ledger().figures();
    }

    @Override
    public void close() {
        engine.lanes().stop(Duration.ofSeconds(5));
        engine.stop();
    }
}
