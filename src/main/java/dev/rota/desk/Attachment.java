package dev.rota.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a message brings, and that Meta keeps for some days.
 *
 * @param event what the message was read from
 * @param number Meta's id of the company's number that it came to
 * @param type Meta's of the message: {@code image}, {@code audio}, …
 * @param media the id under which Meta keeps it
 * @param mimeType what the message says that it is
 * @param sentAt since when Meta keeps it
 */
public record Attachment(
        long event,
        long conversation,
        String number,
        String type,
        String media,
        @Nullable String mimeType,
        @Nullable String name,
        Instant sentAt) {

    @Override
    public String toString() {
        return "Attachment[" + event + ", " + type + "]";
    }
}
