package dev.rota.shift;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A pattern of days on and off, such as 12 hours of work and 36 of rest: from the anchor day so many days on, the rest
 * of the period off, and so on, before the anchor and after.
 *
 * @param on how many days are worked in a row
 * @param period how many days there are from one first working day to the next
 * @param anchors one first working day of each agent
 */
public record Cycle(int on, int period, Map<String, LocalDate> anchors) {

    public Cycle {
        anchors = Map.copyOf(anchors);
    }

    boolean works(String agent, LocalDate date) {
        var anchor = anchors.get(agent);
        return anchor != null && Math.floorMod(ChronoUnit.DAYS.between(anchor, date), period) < on;
    }
}
