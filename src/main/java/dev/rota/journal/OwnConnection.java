package dev.rota.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that one thread keeps for itself: opened when it is needed, given up after an error. */
final class OwnConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnConnection.class);

    private final DataSource database;
    private final Duration patience;
    private @Nullable Connection open;

    /** @param patience how long an answer of the database is waited for */
    OwnConnection(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    Connection get() throws SQLException {
        if (open == null) {
            var fresh = database.getConnection();
            fresh.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            open = fresh;
        }
        return open;
    }

    /** Gives it back; the next use opens another. */
    @Override
    public void close() {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (SQLException e) {
            log.debug("journal: closing a broken connection: {}", Trouble.describe(e));
        }
        open = null;
    }
}
