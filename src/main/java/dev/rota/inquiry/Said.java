package dev.rota.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as the customer sent it.
 *
 * @param wamid Meta's id of the message; it contains the phone number, so it never reaches a log
 * @param at when the customer sent it, by Meta's timestamp
 * @param ad the id of the ad that the customer came from
 * @param product the catalogue product that the message is about
 */
public record Said(String wamid, Content content, Instant at, @Nullable String ad, @Nullable String product) {

    @Override
    public String toString() {
        return "Said[" + content.type() + ", at=" + at + "]";
    }
}
