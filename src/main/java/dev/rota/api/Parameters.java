package dev.rota.api;

import dev.rota.conversation.Filter;
import dev.rota.desk.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address after the question mark; an empty parameter asks for nothing. */
final class Parameters {

    private static final Set<String> STATES = Set.of("due", "sending", "done", "parked", "ambiguous");

    private Parameters() {}

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    static @Nullable Status status(@Nullable String value) {
        if (text(value) == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(status -> status.label().equals(value))
                .findAny()
                .orElseThrow(() -> new BadParameter("status", "expected waiting, in_progress or closed"));
    }

    static @Nullable String deliveryState(@Nullable String value) {
        var state = text(value);
        if (state != null && !STATES.contains(state)) {
            throw new BadParameter("state", "expected due, sending, done, parked or ambiguous");
        }
        return state;
    }

    static @Nullable Instant instant(String name, @Nullable String value) {
        try {
            return text(value) == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new BadParameter(name, "expected a time with its zone, such as 2026-11-24T10:00:00Z");
        }
    }

    static int limit(@Nullable String value) {
        var limit = text(value);
        if (limit == null) {
            return Filter.USUAL;
        }
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > Filter.MOST) {
            throw new BadParameter("limit", "expected a whole number from 1 to " + Filter.MOST);
        }
        return Integer.parseInt(limit);
    }
}
