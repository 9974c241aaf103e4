package dev.rota.conversation;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rota.inquiry.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a message after it was said.
 *
 * @param reactions the latest of each side, and of each member of a group, oldest first
 * @param edited what it says now; null when it was never edited
 * @param deleted who deleted it for everybody; null when nobody did
 */
public record Marks(List<Reaction> reactions, @Nullable Edit edited, @Nullable Deletion deleted) {

    /** Nothing was done to it. */
    public static final Marks NONE = new Marks(List.of(), null, null);

    public Marks {
        reactions = List.copyOf(reactions);
    }

    /** A sign that one side put to it. */
    public record Reaction(
            String emoji, String direction, @Nullable String author, @Nullable String member, Instant at) {

        @Override
        public String toString() {
            return "Reaction[" + direction + "]";
        }
    }

    /** The newest of its texts. */
    public record Edit(
            String text, @JsonSerialize(using = ContentJson.class) @Nullable Content content, Instant at) {

        @Override
        public String toString() {
            return "Edit[" + at + "]";
        }
    }

    /** It is gone at the customer's; what it said is kept here. */
    public record Deletion(String direction, @Nullable String author, @Nullable String member, Instant at) {

        @Override
        public String toString() {
            return "Deletion[" + direction + "]";
        }
    }
}
