package dev.rota.desk;

/** Work that must be done again from the start, and will then succeed: the world moved on, or the database was away. */
public final class TryAgain extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TryAgain(String sentence) {
        super(sentence, null, false, false);
    }

    public TryAgain(String sentence, Throwable cause) {
        super(sentence, cause, false, false);
    }
}
