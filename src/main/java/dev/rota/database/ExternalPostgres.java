package dev.rota.database;

/** A PostgreSQL that somebody else runs; closing it here ends nothing. */
record ExternalPostgres(String jdbcUrl, String user, String password) implements PostgresServer {

    ExternalPostgres {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new DatabaseException("ROTA_DATABASE_URL: expected jdbc:postgresql://HOST:PORT/DATABASE,"
                    + " with user and password in ROTA_DATABASE_USER and ROTA_DATABASE_PASSWORD");
        }
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "the PostgreSQL of ROTA_DATABASE_URL";
    }
}
