package dev.rota.desk;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of a webhook address gets back.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body; null when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record Answer(int status, @Nullable String contentType, byte[] body) {

    private static final byte[] NOTHING = {};

    /** Only the status counts. */
    public static Answer of(int status) {
        return new Answer(status, null, NOTHING);
    }

    /** Plain text, and the browser shall not take it for anything else. */
    public static Answer text(String text) {
        return new Answer(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
