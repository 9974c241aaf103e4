package dev.rota.customer;

/** An answer that can't be used, or none; the message says why, as what the one asked did, without a word of the answer. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean asked;

    private Unusable(String did, boolean asked) {
        super(did, null, false, false);
        this.asked = asked;
    }

    /** Somebody was asked, and did something that is no help, such as {@code answered 503}. */
    public static Unusable because(String did) {
        return new Unusable(did, true);
    }

    /** Nobody was asked, for a reason of ours, such as {@code 16 questions are under way}. */
    public static Unusable notAsked(String reason) {
        return new Unusable("not asked: " + reason, false);
    }

    /** Whether it says something about the one who was asked. */
    boolean wasAsked() {
        return asked;
    }
}
