package dev.rota.routing;

import dev.rota.inquiry.Content;
import dev.rota.inquiry.History;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody has written, and the world that it would come into.
 *
 * @param number the name of the number that it would come for
 * @param from the WhatsApp id of its author; null for somebody whose phone is hidden
 * @param at when it would be decided
 * @param age how long before that it would have been sent
 * @param ad the id of the ad that its author came from
 * @param product the catalogue product that it would be about
 * @param guess the request type that a model would take it for
 * @param customer what the look-up of its author would give
 * @param history what went on before
 * @param staff in what people differ from the roster and from having nothing to do, by agent
 */
public record Imagined(
        String number,
        @Nullable String from,
        Content content,
        Instant at,
        Duration age,
        @Nullable String ad,
        @Nullable String product,
        @Nullable String guess,
        Lookup customer,
        History history,
        Map<String, OnStaff> staff) {

    public Imagined {
        staff = Map.copyOf(staff);
    }

    /** Plain words, just sent by somebody unknown into a world as the files have it. */
    public static Imagined text(String number, String text, Instant at) {
        return new Imagined(
                number,
                null,
                new Content.Text(text),
                at,
                Duration.ZERO,
                null,
                null,
                null,
                new Lookup.Unknown(),
                History.NONE,
                Map.of());
    }

    /** The same, from somebody else. */
    public Imagined by(@Nullable String waId) {
        return new Imagined(number, waId, content, at, age, ad, product, guess, customer, history, staff);
    }

    @Override
    public String toString() {
        return "Imagined[" + number + "]";
    }

    /** What comes of looking a customer up. */
    public sealed interface Lookup {

        /** The customer is known. */
        record Known(dev.rota.inquiry.Customer customer) implements Lookup {}

        /** There is no such customer. */
        record Unknown() implements Lookup {}

        /** Nobody answered within the deadline. */
        record TimedOut() implements Lookup {}
    }

    /**
     * Somebody who may be given conversations.
     *
     * @param open how many are theirs now
     * @param on whether they are on shift; null for what the roster says
     * @param away whether they are away from their desk, on shift or not
     */
    public record OnStaff(int open, @Nullable Boolean on, boolean away) {}
}
