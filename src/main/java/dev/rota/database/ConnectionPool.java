package dev.rota.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How the engine connects. */
final class ConnectionPool {

    private static final int SIZE = 20;

    /** Meta is answered 503 within 2 s when there is no database, so nobody waits that long for a connection. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /**
     * Every statement is made for its question, so one plan fits all values. PostgreSQL would plan many anew at each use,
     * since a null makes a plan look cheap that is good for nobody else.
     */
    private static final String ONE_PLAN = "SET plan_cache_mode = force_generic_plan";

    private ConnectionPool() {}

    static HikariConfig settings(String jdbcUrl, String user, String password) {
        var pool = new HikariConfig();
        pool.setPoolName("rota");
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setConnectionInitSql(ONE_PLAN);
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
