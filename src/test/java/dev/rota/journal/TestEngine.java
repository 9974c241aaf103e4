package dev.rota.journal;

import dev.rota.desk.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine that handles an event by completing it, on a database of the test's. */
final class TestEngine implements AutoCloseable {

    private final Engine engine;
    private final TransactionTemplate transaction;
    private volatile boolean silent;

    private TestEngine(String name, DataSource database) {
        var mine = new Silenceable(database);
        var transactions = new DataSourceTransactionManager(mine);
        transaction = new TransactionTemplate(transactions);
        engine = Engine.of(name, mine, transactions, Clock.systemUTC(), 4);
        engine.start();
    }

    /** One that stores, but works off nothing yet. */
    static TestEngine storing(String name, DataSource database) {
        return new TestEngine(name, database);
    }

    /**
     * One that stores and handles.
     *
     * @param work called before the event is completed; may throw
     * @param handled called after the commit, if the event was still this engine's
     */
    static TestEngine handling(String name, DataSource database, Consumer<Event> work, Consumer<Event> handled) {
        var engine = new TestEngine(name, database);
        engine.handle(work, handled);
        return engine;
    }

    static TestEngine handling(String name, DataSource database, Consumer<Event> handled) {
        return handling(name, database, event -> {}, handled);
    }

    void handle(Consumer<Event> work, Consumer<Event> handled) {
        engine.lanes().start(event -> {
            work.accept(event);
            if (complete(event).contains(event.id())) {
                handled.accept(event);
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    Set<Long> complete(Event event) {
        return Objects.requireNonNull(
                transaction.execute(status -> engine.completion().complete(List.of(event))));
    }

    void append(Event... events) {
        later(events).orTimeout(5, TimeUnit.SECONDS).join();
    }

    CompletableFuture<Void> later(Event... events) {
        return engine.journal().append(List.of(events));
    }

    Parked parked() {
        return engine.parked();
    }

    LedgerFigures figures() {
        return engine.ledger().figures();
    }

    /** Reports no more, as if it were dead or stopped; whatever else it does goes on. */
    void fallSilent() {
        silent = true;
    }

    @Override
    public void close() {
        engine.lanes().stop(Duration.ofSeconds(5));
        engine.stop();
    }

    private final class Silenceable extends DelegatingDataSource {

        Silenceable(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (silent && Thread.currentThread().getName().startsWith("journal-heartbeat")) {
                throw new SQLTransientConnectionException("the test has silenced this engine");
            }
            return super.getConnection();
        }
    }
}
