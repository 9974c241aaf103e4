package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Reads Meta's timestamps: Unix seconds, as text or as a number. */
final class Moment {

    private static final Duration TOLERANCE = Duration.ofDays(1);

    private Moment() {}

    /**
     * When something was said.
     *
     * @param receivedAt taken instead of a timestamp that is absent, no number of seconds, or a day ahead: a message
     *     from the future would stay the newest of its conversation for good
     */
    static Instant of(JsonNode element, Instant receivedAt) {
        var text = Node.text(element, "timestamp");
        if (text == null || !isSeconds(text)) {
            return receivedAt;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(text));
        return at.isAfter(receivedAt.plus(TOLERANCE)) ? receivedAt : at;
    }

    /** Ten digits reach to the year 2286; thirteen would be milliseconds, of another product of Meta's. */
    private static boolean isSeconds(String text) {
        return text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
