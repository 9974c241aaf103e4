package dev.rota.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How the engine connects. */
final class ConnectionPool {

    private static final int SIZE = 20;

    /** Meta is answered 503 within 2 s when there is no database, so nobody waits that long for a connection. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private ConnectionPool() {}

    static HikariConfig settings(String jdbcUrl, String user, String password) {
        var pool = new HikariConfig();
        pool.setPoolName("rota");
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(SIZE);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(PATIENCE.toMillis() / 2);
        pool.addDataSourceProperty("ApplicationName", "rota");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes rows, so customers
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("loginTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", "30");
        return pool;
    }
}
