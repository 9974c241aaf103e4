package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something was said, by Meta's timestamp: Unix seconds, as text or as a number.
 *
 * @param at the time of arrival where the timestamp can't be believed
 * @param timed whether the timestamp could be believed
 */
record Moment(Instant at, boolean timed) {

    private static final Duration TOLERANCE = Duration.ofDays(1);
    private static final Instant BEFORE_WHATSAPP = Instant.parse("2009-01-01T00:00:00Z");

    /**
     * When an element was said.
     *
     * @param receivedAt taken instead of a timestamp that is absent, no number of seconds, from before WhatsApp, or a
     *     day ahead: a message from the future would stay the newest of its conversation for good
     */
    static Moment of(JsonNode element, Instant receivedAt) {
        var at = seconds(element, "timestamp");
        if (at == null || at.isBefore(BEFORE_WHATSAPP) || at.isAfter(receivedAt.plus(TOLERANCE))) {
            return new Moment(receivedAt, false);
        }
        return new Moment(at, true);
    }

    /** The instant under that name; null when it is no number of seconds. */
    static @Nullable Instant seconds(JsonNode element, String name) {
        return seconds(Node.text(element, name));
    }

    /** The instant of a text; null when it is no number of seconds. */
    static @Nullable Instant seconds(@Nullable String text) {
        return text == null || !isSeconds(text) ? null : Instant.ofEpochSecond(Long.parseLong(text));
    }

    /** Ten digits reach to the year 2286; thirteen would be milliseconds, of another product of Meta's. */
    private static boolean isSeconds(String text) {
        return text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
