package dev.rota.database;

/** Says in one sentence what keeps the database from being used. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(String sentence) {
        super(sentence);
    }

    DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
