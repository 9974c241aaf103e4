package dev.rota.downstream.back;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time as downstreams write it into a header: seconds or milliseconds since 1970, or ISO 8601. */
final class SentTime {

    private static final int DIGITS_OF_SECONDS = 11;

    private SentTime() {}

    /** The time; null when it is none. */
    static @Nullable Instant of(String text) {
        if (text.matches("\\d{1," + DIGITS_OF_SECONDS + "}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.matches("\\d{12,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
