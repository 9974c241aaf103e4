package dev.rota.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was ever said with a customer, newest first; pages keep what they hold, however much is said meanwhile.
 *
 * @param next the cursor of what was said before; null when that is all
 * @param newer the cursor of what was said, or will be said, after this page
 */
public record PastPage(List<Past> items, @Nullable String next, String newer) {

    /** The cursor of what was said before a message. */
    public static String before(long message) {
        return new Spot(Spot.Way.OLDER, message).text();
    }

    public PastPage {
        items = List.copyOf(items);
    }
}
