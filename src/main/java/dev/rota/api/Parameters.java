package dev.rota.api;

import dev.rota.conversation.Filter;
import dev.rota.desk.Status;
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
