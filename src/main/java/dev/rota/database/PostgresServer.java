package dev.rota.database;

/** A PostgreSQL to connect to: embedded, or the company's own. */
public sealed interface PostgresServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    String jdbcUrl();

    String user();

    String password();

    @Override
    void close();
}
