package dev.rota.desk;

import dev.rota.inquiry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long something is kept: for a time, or, where that is null, for ever. */
public record Age(@Nullable Duration time) {

    public static final Age NEVER_OVER = new Age(null);

    /**
     * Reads {@code 30d}, or {@code never} for what is never deleted.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Age parse(String text) {
        return text.strip().equals("never") ? NEVER_OVER : new Age(Durations.parse(text.strip()));
    }

    /** The instant before which the time is over; nothing when it never is. */
    public Optional<Instant> end(Instant now) {
        return Optional.ofNullable(time).map(now::minus);
    }
}
