package dev.rota.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The database's time, which all engines on it share. The database is asked every few seconds; in between this machine
 * counts on, by a count that nobody can set. Clocks of machines differ by seconds and are put right in jumps: then one
 * engine would still give work to those whose shift another has ended.
 */
public final class DatabaseClock extends Clock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    /** With more than this between question and answer nobody knows when the database looked. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(1);

    private final DataSource source;
    private final LongSupplier nanos;
    private final ScheduledExecutorService looks;
    private volatile Told told;

    private DatabaseClock(DataSource source, LongSupplier nanos) throws SQLException {
        this.source = source;
        this.nanos = nanos;
        this.told = ask();
        var factory = new CustomizableThreadFactory("database-clock-");
        factory.setDaemon(true);
        this.looks = Executors.newSingleThreadScheduledExecutor(factory);
    }

    /** The time of a database, asked now and again and again. */
    public static DatabaseClock of(DataSource source) {
        return of(source, System::nanoTime);
    }

    /** @param nanos counts on, from any beginning, in nanoseconds */
    static DatabaseClock of(DataSource source, LongSupplier nanos) {
        try {
            var clock = new DatabaseClock(source, nanos);
            var pause = BETWEEN_LOOKS.toMillis();
            var unused = clock.looks.scheduleWithFixedDelay(clock::look, pause, pause, TimeUnit.MILLISECONDS);
            return clock;
        } catch (SQLException e) {
            throw new DatabaseException("the database does not say what time it is", e);
        }
    }

    /** Asks the database; while it does not answer, what it said last holds. */
    void look() {
        try {
            var next = ask();
            if (next.took().compareTo(LONGEST_QUESTION) < 0) {
                told = next;
            }
        } catch (SQLException e) {
            log.debug("the database did not say what time it is: {}", e.getSQLState());
        }
    }

    private Told ask() throws SQLException {
        try (var connection = source.getConnection();
                var question = connection.createStatement()) {
            var asked = nanos.getAsLong();
            try (var answer = question.executeQuery("SELECT clock_timestamp()")) {
                answer.next();
                var at = answer.getObject(1, OffsetDateTime.class).toInstant();
                var took = nanos.getAsLong() - asked;
                return new Told(at, asked + took / 2, Duration.ofNanos(took));
            }
        }
    }

    @Override
    public Instant instant() {
        var last = told;
        return last.at.plusNanos(nanos.getAsLong() - last.nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone; calendars do");
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    /**
     * What the database said.
     *
     * @param nanos the count then
     * @param took from the question to the answer
     */
    private record Told(Instant at, long nanos, Duration took) {}
}
