package dev.rota.desk;

/**
 * One id by which Meta knows a customer.
 *
 * @param kind what kind of id
 * @param value the id as it came, never normalised
 */
public record Identity(Kind kind, String value) {

    /** The kinds of id, strongest first. */
    public enum Kind {
        /** A group of people, which is one customer. */
        GROUP,
        /** The business-scoped user id. */
        BSUID,
        /** The same over the company's linked portfolios. */
        PARENT,
        /** The WhatsApp id. */
        WA_ID,
        /** A number that the customer told; good to look up and to call, not to recognise anybody by. */
        PHONE;

        /** Whether it belongs to one customer alone. */
        public boolean recognises() {
            return this != PHONE;
        }
    }

    @Override
    public String toString() {
        return "Identity[" + kind + "]";
    }
}
