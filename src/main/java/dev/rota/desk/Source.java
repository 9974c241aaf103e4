package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/** Who said a message, and whether it is for Rota to answer. */
public enum Source {
    /** The customer, to us. */
    CUSTOMER("in", null),
    /** The customer, while another app of the company's answers. */
    STANDBY("in", null),
    /** Somebody of the company, in the WhatsApp app on a phone. */
    PHONE_APP("out", "phone app"),
    /** Another app that sends from the same number. */
    OTHER_APP("out", "another app");

    private final String direction;
    private final @Nullable String author;

    Source(String direction, @Nullable String author) {
        this.direction = direction;
        this.author = author;
    }

    /** {@code in} from the customer, {@code out} to the customer. */
    public String direction() {
        return direction;
    }

    /** Who is named as the author of a message to the customer; null for the customer's own. */
    public @Nullable String author() {
        return author;
    }

    /** Whether it is the customer who speaks. */
    public boolean isCustomer() {
        return author == null;
    }
}
