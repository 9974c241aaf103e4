package dev.rota.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a server must be for "acknowledged means stored" to hold on it. */
record DatabaseChecks(int version, String fsync, String synchronousCommit) {

    private static final int OLDEST = 14;
    private static final int MAJOR = 10_000;

    /** Asks through a connection like the engine's own: a role or a database can have settings of its own. */
    static DatabaseChecks of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::int,"
                        + " current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            return new DatabaseChecks(row.getInt(1), row.getString(2), row.getString(3));
        }
    }

    /** Throws one sentence for each thing that is wrong, all at once. */
    void require(PostgresServer server) {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new DatabaseException(server + ": " + String.join("; ", problems));
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
