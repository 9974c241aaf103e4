package dev.rota.shift;

import static dev.rota.shift.Sketch.QUEUE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: somebody who looks at the clock on the wall each minute, knows no zone rules, and reads the plan anew each
 * time. An hour that the clock repeats has been already, so nothing begins or ends in it.
 */
final class Wall {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Sketch plan;
    private Instant at;
    private LocalDateTime wall = LocalDateTime.MIN;
    private @Nullable Now now;

    /** Looks from two days before on, so that a repeated hour is known as such. */
    Wall(Sketch plan, Instant from) {
        this.plan = plan;
        this.at = from.minus(Duration.ofDays(2));
        look();
        while (at.isBefore(from)) {
            tick();
        }
    }

    Instant at() {
        return at;
    }

    void tick() {
        at = at.plus(MINUTE);
        look();
    }

    private void look() {
        var shown = LocalDateTime.ofInstant(at, plan.zone());
        if (shown.isAfter(wall)) {
            wall = shown;
            now = now();
        }
    }

    @Nullable
    String shift() {
        return now == null ? null : now.shift();
    }

    boolean open() {
        if (plan.queueTime().contains(wall)) {
            return plan.queueOpen();
        }
        var feast = plan.holiday().date().equals(wall.toLocalDate())
                && plan.holiday().closedQueues().contains(QUEUE);
        return !feast && now != null;
    }

    boolean works(String agent) {
        if (agent.equals("bia") && plan.excused().contains(wall)) {
            return false;
        }
        if (agent.equals("caio") && plan.called().contains(wall)) {
            return !away("caio", plan.called().from().toLocalDate());
        }
        if (now == null) {
            return false;
        }
        var holder = holder(now.shift());
        return (!holder.equals("bia") || inCycle(now.date())) && agent.equals(present(holder, now.date()));
    }

    private String holder(String shift) {
        var place = 0;
        while (!plan.shifts().get(place).name().equals(shift)) {
            place++;
        }
        return plan.holder(place);
    }

    /** Who is there for somebody on a day; each has a substitute but bia, who is never away. */
    private String present(String agent, LocalDate date) {
        var who = agent;
        if (who.equals("ana") && away("ana", date)) {
            who = "caio";
        }
        return who.equals("caio") && away("caio", date) ? "bia" : who;
    }

    private boolean away(String agent, LocalDate date) {
        return plan.leave().stream()
                .anyMatch(leave -> leave.agent().equals(agent)
                        && leave.from().compareTo(date) <= 0
                        && leave.to().compareTo(date) >= 0);
    }

    private boolean inCycle(LocalDate date) {
        var days = date.toEpochDay() - plan.anchor().toEpochDay();
        return (days + 100L * plan.period()) % plan.period() < plan.on();
    }

    private @Nullable Now now() {
        var time = plan.closedOrOther();
        if (time.contains(wall)) {
            return plan.otherShift() == null
                    ? null
                    : new Now(plan.otherShift(), time.from().toLocalDate());
        }
        for (var date = wall.toLocalDate().minusDays(1); !date.isAfter(wall.toLocalDate()); date = date.plusDays(1)) {
            for (var shift : plan.shifts()) {
                if (runs(shift, date)) {
                    return new Now(shift.name(), date);
                }
            }
        }
        return null;
    }

    private boolean runs(Shift shift, LocalDate date) {
        var from = date.atTime(shift.from());
        var to = date.plusDays(shift.to().isAfter(shift.from()) ? 0 : 1).atTime(shift.to());
        return shift.days().contains(date.getDayOfWeek())
                && !plan.holiday().date().equals(date)
                && from.compareTo(wall) <= 0
                && to.compareTo(wall) > 0;
    }

    /** The shift under way and the day it belongs to. */
    private record Now(String shift, LocalDate date) {}
}
