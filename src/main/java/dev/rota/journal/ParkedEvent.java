package dev.rota.journal;

import java.time.Instant;

/**
 * An event that could not be handled, without what it says.
 *
 * @param number the {@code phone_number_id} that it came for, empty when it names none
 * @param attempts how often it has been tried, over all replays
 * @param bytes the size of its body
 */
public record ParkedEvent(
        long id,
        String kind,
        String number,
        Instant receivedAt,
        Instant parkedAt,
        String reason,
        int attempts,
        int bytes) {}
