package dev.rota.journal;

import dev.rota.desk.TriedAgain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, without what it says.
 *
 * @param number the {@code phone_number_id} that it came for, empty when it names none
 * @param attempts how often it has been tried, over all replays
 * @param bytes the size of its body
 * @param again who had it tried again last; null when nobody had
 */
public record ParkedEvent(
        long id,
        String kind,
        String number,
        Instant receivedAt,
        Instant parkedAt,
        String reason,
        int attempts,
        int bytes,
        @Nullable TriedAgain again) {}
