package dev.rota.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a server must be for "acknowledged means stored" to hold on it. */
record DatabaseChecks(int version, String fsync, String synchronousCommit) {

    private static final int OLDEST = 14;
    private static final int MAJOR = 10_000;

    /** Throws one sentence that names all that is wrong. */
    static void require(PostgresServer server) {
        var problems = of(server).problems();
        if (!problems.isEmpty()) {
            throw new DatabaseException(server + ": " + String.join("; ", problems));
        }
    }

    /** Asks as the engine's own user, in its own database: both can have settings of their own. */
    private static DatabaseChecks of(PostgresServer server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::int,"
                        + " current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            return new DatabaseChecks(row.getInt(1), row.getString(2), row.getString(3));
        } catch (SQLException e) {
            throw new DatabaseException(server + ": cannot be connected to: " + e.getMessage(), e);
        }
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        if (version / MAJOR < OLDEST) {
            problems.add("is PostgreSQL " + version / MAJOR + ", expected " + OLDEST + " or newer");
        }
        if (fsync.equals("off")) {
            problems.add("fsync is off, expected on: a crash of the machine would lose acknowledged messages");
        }
        if (synchronousCommit.equals("off")) {
            problems.add(
                    "synchronous_commit is off, expected on: a crash of the server would lose acknowledged messages");
        }
        return problems;
    }
}
