package dev.rota.desk;

/** Nothing is wrong with the event: what was read has changed meanwhile, or something was away; do the same again. */
public final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TryAgain(String sentence) {
        super(sentence);
    }

    public TryAgain(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
