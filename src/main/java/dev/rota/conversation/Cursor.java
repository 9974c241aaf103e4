package dev.rota.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Instant.EPOCH;

import dev.rota.routing.Priority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place in a list after one conversation: the values that it was ordered by, so that what comes before may change
 * without anything after it being skipped or shown twice.
 *
 * @param at when it began to wait, or when it last moved, as the order wants it
 */
record Cursor(Order order, int priority, Instant at, long id) {

    private static final Pattern FORM = Pattern.compile("(SERVED|RECENT) (\\d) (-?\\d{1,18}) (\\d{1,18})");

    @SuppressWarnings("EnumOrdinal") // SQL compares priorities, so it needs them as numbers
    static Cursor after(Summary last, Order order) {
        var movedAt = Optional.ofNullable(last.closedAt()).orElse(last.lastMessageAt());
        var since = Optional.ofNullable(last.waitingSince()).orElse(movedAt);
        var priority = Priority.of(last.priority()).rank();
        return new Cursor(order, priority, order == Order.SERVED ? since : movedAt, last.id());
    }

    /** The cursor that was written as that text, for a list in that order. */
    static Cursor parse(String text, Order order) {
        var fields = FORM.matcher(decode(text));
        if (!fields.matches() || !fields.group(1).equals(order.name())) {
            throw new UnknownCursor();
        }
        return new Cursor(
                order,
                Integer.parseInt(fields.group(2)),
                EPOCH.plus(Long.parseLong(fields.group(3)), ChronoUnit.MICROS),
                Long.parseLong(fields.group(4)));
    }

    /** The cursor as an opaque text. */
    String text() {
        var fields = order + " " + priority + " " + ChronoUnit.MICROS.between(EPOCH, at) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(UTF_8));
    }

    Map<String, Object> parameters() {
        return Map.of("cursorPriority", priority, "cursorAt", at.atOffset(ZoneOffset.UTC), "cursorId", id);
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
