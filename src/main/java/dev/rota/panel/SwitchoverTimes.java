package dev.rota.panel;

import dev.rota.conversation.Switchover;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** When switchovers are, on their calendars' clocks. */
record SwitchoverTimes(Function<String, ZoneId> zone, Instant now) {

    /** How much later one comes that is held without saying until when. */
    private static final Duration HELD = Duration.ofMinutes(30);

    /** Whether it is still to come. */
    static boolean comes(Switchover one) {
        return one.state().equals("upcoming") || one.state().equals("planned");
    }

    public ZonedDateTime at(Switchover one) {
        return one.at().atZone(zone.apply(one.calendar()));
    }

    /** In how long it comes. */
    public String in(Switchover one) {
        return Ages.between(now, one.at());
    }

    public boolean undoable(Switchover one) {
        var until = one.undoableUntil();
        return until != null && now.isBefore(until);
    }

    /** Whether it leads from one shift to another, so that it can come at another time. */
    public boolean movable(Switchover one) {
        return one.state().equals("upcoming") && one.from() != null && one.to() != null;
    }

    /** What the form has as its time when this one is to be held. */
    public LocalDateTime held(Switchover one) {
        return at(one).plus(HELD).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    public String change(Switchover one) {
        return one.calendar() + "|" + one.from() + "|" + one.to();
    }
}
