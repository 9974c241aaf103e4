package dev.rota.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical command of every adapter: what a downstream shall know of a conversation.
 *
 * @param op what to do: a label of {@link Delivery.Kind}
 * @param key the idempotency key, the same for every attempt
 * @param ticketId the downstream's id of the conversation's ticket; null until it has one
 * @param team the first of the queue's teams that the owner belongs to, else the queue's first
 * @param because every rule tried and every candidate weighed, as {@code explain} shows them
 * @param link the conversation on the panel
 * @param brief for whoever takes it over from somebody else; null for a first owner, and while nobody has it
 */
public record Ticket(
        String op,
        String key,
        String conversation,
        String protocol,
        int epoch,
        @Nullable String ticketId,
        Person customer,
        String number,
        @Nullable String team,
        String queue,
        String requestType,
        String priority,
        String status,
        @Nullable Owner owner,
        String title,
        List<Line> messages,
        List<Object> because,
        String link,
        @Nullable Brief brief)
        implements Command {

    /** The customer, as far as known. */
    public record Person(String id, @Nullable String name, @Nullable String phone) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /** The responsible agent, and what this downstream calls them. */
    public record Owner(String id, String name, @Nullable String externalId) {}

    /** One message. */
    public record Line(String id, String direction, String type, String text, Instant at, @Nullable String author) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** The same command for the ticket that the downstream already has. */
    public Ticket forTicket(@Nullable String id) {
        return new Ticket(
                op,
                key,
                conversation,
                protocol,
                epoch,
                id,
                customer,
                number,
                team,
                queue,
                requestType,
                priority,
                status,
                owner,
                title,
                messages,
                because,
                link,
                brief);
    }

    /** Camel asks each body for it at each step that looks into it, so it must not go deep. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Ticket[" + key + "]";
    }
}
