package dev.rota.conversation;

import dev.rota.desk.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that the company wants to begin.
 *
 * @param number the name of the number that it leaves from
 * @param customer a phone number with its country code, a user id of Meta's, or our own id of a customer
 * @param template what Meta lets through first
 * @param queue where it belongs; null for the only queue of the agent's team
 * @param agent whose it is; null for who begins it
 */
public record Beginning(
        String number, String customer, Wording.Template template, @Nullable String queue, @Nullable String agent) {

    @Override
    public String toString() {
        return "Beginning[" + number + "]";
    }
}
