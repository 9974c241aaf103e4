package dev.rota.desk;

import dev.rota.routing.Priority;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a queue when a customer has to wait too long.
 *
 * @param lease how long whoever is responsible may leave a customer without an answer; null for ever
 * @param escalation what happens to what waits for somebody, in the order of the times
 */
public record Patience(@Nullable Lease lease, List<Step> escalation) {

    /** Nothing happens. */
    public static final Patience ENDLESS = new Patience(null, List.of());

    public Patience {
        escalation = List.copyOf(escalation);
    }

    /**
     * How long somebody may be responsible without answering.
     *
     * @param after their own working time since the customer's message, or since they became responsible
     * @param times how many of them may, one after the other; then it is a supervisor's to give
     */
    public record Lease(Duration after, int times) {}

    /**
     * A step of the escalation of what waits.
     *
     * @param after how long it has waited while the queue was open
     * @param priority the priority from then on, if that is higher; null when it stays
     * @param supervisor whether from then on only a supervisor gives it to somebody
     */
    public record Step(Duration after, @Nullable Priority priority, boolean supervisor) {}
}
