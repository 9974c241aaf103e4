package dev.rota.conversation;

import dev.rota.assignment.Question;
import dev.rota.inquiry.Inquiry;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's newest decision and choice with all that they looked at: enough to make both again.
 *
 * @param agent who was chosen; null while it waits
 * @param question what the choice looked at; null while it waits, and when a person chose
 */
public record Recorded(
        Explanation.Decision decision, Inquiry inquiry, @Nullable String agent, @Nullable Question question) {

    @Override
    public String toString() {
        return "Recorded[" + decision + "]";
    }
}
