package dev.rota.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who takes a conversation over should know at a glance.
 *
 * @param question the last words of the customer; null when there are none
 * @param askedAt when they were said
 * @param waitingSince since when the customer has had no answer; null when they have one
 * @param windowClosesAt until when the customer may be answered freely; null when the customer has said nothing
 */
public record Brief(
        @Nullable String question,
        @Nullable Instant askedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant windowClosesAt) {

    @Override
    public String toString() {
        return "Brief[waitingSince=" + waitingSince + "]";
    }
}
