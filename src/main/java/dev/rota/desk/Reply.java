package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something said on its way to the customer through one of the company's numbers.
 *
 * @param message the id of the outbound message it settles
 * @param number the name of the number that it leaves from
 * @param to the WhatsApp id exactly as it came; null for a customer without one
 * @param recipient the business-scoped user id; null when the WhatsApp id came
 * @param group the group's id; null for a single person
 */
public record Reply(
        String message,
        String number,
        @Nullable String to,
        @Nullable String recipient,
        @Nullable String group,
        Wording wording)
        implements Command {

    /** Whether a file of ours goes to Meta before it. */
    public boolean bringsFile() {
        return wording instanceof Wording.Upload;
    }

    /** The same to the same, in other words. */
    public Reply saying(Wording other) {
        return new Reply(message, number, to, recipient, group, other);
    }

    @Override
    public String toString() {
        return "Reply[" + message + "]";
    }
}
