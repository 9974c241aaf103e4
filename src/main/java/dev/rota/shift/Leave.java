package dev.rota.shift;

import java.time.LocalDate;

/**
 * Days on which an agent works no shift, the first and the last included; a night that began the day before is worked
 * to its end.
 */
public record Leave(String agent, LocalDate from, LocalDate to) {

    boolean covers(String who, LocalDate date) {
        return agent.equals(who) && !date.isBefore(from) && !date.isAfter(to);
    }
}
