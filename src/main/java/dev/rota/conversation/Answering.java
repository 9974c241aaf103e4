package dev.rota.conversation;

import dev.rota.desk.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a customer, and the view that it was written on.
 *
 * @param epoch the conversation's epoch that the author saw
 * @param seen the last message that the author saw; null when they saw none
 * @param anyway why it is to go out though the conversation may have changed since; null for an answer that then stays
 */
public record Answering(int epoch, @Nullable Long seen, Wording wording, @Nullable String anyway) {

    /** An answer in plain words that stays when the conversation has changed since. */
    public static Answering text(int epoch, @Nullable Long seen, String text) {
        return new Answering(epoch, seen, new Wording.Text(text), null);
    }
}
