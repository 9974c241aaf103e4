package dev.rota.shift;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A pattern of days on and off, such as 12 hours of work and 36 of rest: the anchor day and every so many days from it,
 * before and after.
 *
 * @param days how many days from one working day to the next
 * @param anchors one working day of each agent
 */
public record Cycle(int days, Map<String, LocalDate> anchors) {

    public Cycle {
        anchors = Map.copyOf(anchors);
    }

    boolean works(String agent, LocalDate date) {
        var anchor = anchors.get(agent);
        return anchor != null && Math.floorMod(ChronoUnit.DAYS.between(anchor, date), days) == 0;
    }
}
