package dev.rota.keeping;

/** A customer who was not erased, with the reason in a sentence. */
public final class NotErased extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean later;

    NotErased(boolean later, String sentence) {
        super(sentence, null, false, false);
        this.later = later;
    }

    /** Whether it may work in a while. */
    public boolean later() {
        return later;
    }
}
