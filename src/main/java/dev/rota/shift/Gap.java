package dev.rota.shift;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that a plan lacks, or has too much of, at the same time of day on some days.
 *
 * @param subject the queue, the shift or the agent
 * @param detail what belongs to the kind: a skill, a calendar, two shifts, hours; empty when nothing does
 * @param days on which days of the week it begins
 * @param from when it begins for the first time, on the clock of that zone
 * @param to when it is over that first time
 * @param times how often it is found
 * @param others how many more times of the day there are at which the same is found
 */
public record Gap(
        Kind kind,
        String subject,
        String detail,
        Set<DayOfWeek> days,
        LocalDateTime from,
        LocalDateTime to,
        int times,
        int others,
        ZoneId zone) {

    private static final Duration DAY = Duration.ofDays(1);

    public Gap {
        days = Set.copyOf(days);
    }

    /** What may be wrong with a plan. */
    public enum Kind {
        /** A queue is open, and nobody who serves it is on shift. */
        QUEUE_WITHOUT_PEOPLE("queue '%s' is open with nobody on shift"),
        /** A queue is open and served, but by nobody with its skill. */
        QUEUE_WITHOUT_SKILL("queue '%s' is open with nobody on shift who has the skill '%s'"),
        /** A shift of a calendar that has a roster is worked by nobody. */
        SHIFT_WITHOUT_PEOPLE("shift '%s' of calendar '%s' has nobody on its roster"),
        /** An agent is to work two shifts at the same time. */
        AGENT_IN_TWO_SHIFTS("agent '%s' is in two shifts at once, %s"),
        /** An agent is on shift for too long without a pause. */
        AGENT_TOO_LONG_ON_SHIFT("agent '%s' is on shift for %s without a pause");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    Gap andOthers(int more) {
        return new Gap(kind, subject, detail, days, from, to, times, more, zone);
    }

    /** Whether somebody who sees only some queues and agents is told of it; a shift's people are everybody's affair. */
    public boolean concerns(Predicate<String> queues, Predicate<String> agents) {
        return switch (kind) {
            case QUEUE_WITHOUT_PEOPLE, QUEUE_WITHOUT_SKILL -> queues.test(subject);
            case AGENT_IN_TWO_SHIFTS, AGENT_TOO_LONG_ON_SHIFT -> agents.test(subject);
            case SHIFT_WITHOUT_PEOPLE -> true;
        };
    }

    /** One sentence for people: what, when, how often. */
    public String sentence() {
        return kind.words.formatted(subject, detail) + " " + when()
                + (others == 0 ? "" : ", and at " + others + " other times of the day") + " (" + zone + ")";
    }

    private String when() {
        if (Duration.between(from, to).compareTo(DAY) >= 0) {
            return "from " + words(from) + " to " + words(to)
                    + (times == 1 ? "" : ", and " + (times - 1) + " times more");
        }
        var hours = Moments.time(from) + "-" + Moments.time(to);
        return times == 1
                ? "on " + from.toLocalDate() + " " + hours
                : Weekdays.words(days) + " " + hours + ", " + times + " times from " + from.toLocalDate() + " on";
    }

    private static String words(LocalDateTime local) {
        return local.toLocalDate() + " " + Moments.time(local);
    }
}
