package dev.rota.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Makes the engine's own database, owned by a role that is not the superuser and has a new password each start. */
record Roles(String url, String superuserPassword) {

    static final String ROTA = "rota";

    /** Returns the password that the role has from now on; it stands in no file. */
    String prepare() throws SQLException {
        var password = Cluster.randomPassword();
        try (var connection = superuser("postgres")) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                run(connection, "CREATE ROLE rota LOGIN");
            }
            run(connection, "GRANT pg_checkpoint TO rota"); // measurements begin after one
            run(connection, statement(connection, "SELECT format('ALTER ROLE rota PASSWORD %L', ?)", password));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                run(connection, "CREATE DATABASE rota OWNER rota");
            }
        }
        return password;
    }

    Connection superuser(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", superuserPassword);
        properties.setProperty("ApplicationName", "rota-supervisor");
        return DriverManager.getConnection(url + database, properties);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, ROTA);
            return select.executeQuery().next();
        }
    }

    /** Roles and passwords take no parameters in SQL, so the server quotes them itself. */
    private static String statement(Connection connection, String query, String value) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, value);
            var rows = select.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
