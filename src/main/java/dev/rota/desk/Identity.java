package dev.rota.desk;

/**
 * One id by which Meta knows a customer.
 *
 * @param kind the business-scoped user id, or the WhatsApp id
 * @param value the id as it came, never normalised
 */
public record Identity(Kind kind, String value) {

    /** The kinds of id, strongest first. */
    public enum Kind {
        BSUID,
        WA_ID
    }

    @Override
    public String toString() {
        return "Identity[" + kind + "]";
    }
}
