package dev.rota.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Instant.EPOCH;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The place in a list after one conversation: the values that it was ordered by, so that what comes before may change
 * without anything after it being skipped or shown twice.
 *
 * @param at its place among those that wait, or when it last moved, as the order wants it
 */
record Cursor(Order order, Instant at, long id) {

    private static final Pattern FORM = Pattern.compile("(SERVED|RECENT) (-?\\d{1,18}) (\\d{1,18})");

    /** The place after the conversation of a row that was selected in that order. */
    static Cursor after(ResultSet row, Order order) throws SQLException {
        var at = order == Order.SERVED
                ? row.getObject("place", LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : Columns.instant(row, "moved_at");
        return new Cursor(order, at, row.getLong("id"));
    }

    /** The cursor that was written as that text, for a list in that order. */
    static Cursor parse(String text, Order order) {
        var fields = FORM.matcher(decode(text));
        if (!fields.matches() || !fields.group(1).equals(order.name())) {
            throw new UnknownCursor();
        }
        return new Cursor(
                order, EPOCH.plus(Long.parseLong(fields.group(2)), ChronoUnit.MICROS), Long.parseLong(fields.group(3)));
    }

    /** The cursor as an opaque text. */
    String text() {
        var fields = order + " " + ChronoUnit.MICROS.between(EPOCH, at) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(UTF_8));
    }

    Map<String, Object> parameters() {
        return Map.of("cursorAt", at.atOffset(ZoneOffset.UTC), "cursorId", id);
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
