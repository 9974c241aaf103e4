package dev.rota.journal;

/** The events may not be stored: their sender must send them again, which does no harm if they are. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalException(String sentence) {
        super(sentence);
    }

    JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
