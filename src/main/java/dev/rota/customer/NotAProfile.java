package dev.rota.customer;

/** What was told of a customer can't be kept; the message says what was expected, without what was told. */
public final class NotAProfile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    NotAProfile(String field, String sentence) {
        super(field + ": " + sentence, null, false, false);
        this.field = field;
    }

    /** What is wrong. */
    public String field() {
        return field;
    }
}
