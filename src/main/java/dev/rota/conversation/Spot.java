package dev.rota.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of messages begins: by their ids, which only grow, so that a page holds the same whatever is said meanwhile.
 *
 * @param message the one before which, or after which, the page lies
 */
record Spot(Way way, long message) {

    private static final Pattern FORM = Pattern.compile("(FOUND|OLDER|NEWER) (\\d{1,18})");

    /** Which list goes on there, and in which direction. */
    enum Way {
        FOUND,
        OLDER,
        NEWER
    }

    /** The spot that was written as that text; before everything when there is none. */
    static Spot of(@Nullable String cursor, Way first) {
        if (cursor == null) {
            return new Spot(first, Long.MAX_VALUE);
        }
        var fields = FORM.matcher(decoded(cursor));
        if (!fields.matches()) {
            throw new UnknownCursor();
        }
        var way = Way.valueOf(fields.group(1));
        if ((way == Way.FOUND) != (first == Way.FOUND)) {
            throw new UnknownCursor();
        }
        return new Spot(way, Long.parseLong(fields.group(2)));
    }

    /** The spot as an opaque text. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((way + " " + message).getBytes(UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
