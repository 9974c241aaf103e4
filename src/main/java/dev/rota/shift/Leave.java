package dev.rota.shift;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an agent works no shift, the first and the last included; a night that began the day before is worked
 * to its end.
 *
 * @param substitute who works their shifts and takes over what is theirs; null when nobody does
 */
public record Leave(String agent, LocalDate from, LocalDate to, @Nullable String substitute) {

    /** Leave without a substitute. */
    public Leave(String agent, LocalDate from, LocalDate to) {
        this(agent, from, to, null);
    }

    boolean covers(String who, LocalDate date) {
        return agent.equals(who) && !date.isBefore(from) && !date.isAfter(to);
    }
}
