package dev.rota.panel;

import dev.rota.conversation.Marks;
import dev.rota.conversation.Whole;
import dev.rota.inquiry.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages of customers, as the panel is given them. */
final class Said {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Said() {}

    /** @param member who of a group said it; null in a talk of two */
    static Whole.Message by(long id, Content content, @Nullable String member, Marks marks) {
        return new Whole.Message(
                id,
                "w" + id,
                "in",
                content.type(),
                content.text(),
                NOON,
                null,
                null,
                null,
                content,
                true,
                false,
                member,
                null,
                null,
                marks);
    }
}
