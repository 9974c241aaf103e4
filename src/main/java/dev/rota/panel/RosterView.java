package dev.rota.panel;

import dev.rota.shift.Gap;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two weeks of the plan, as far as it is the viewer's affair.
 *
 * @param zone on whose clock exceptions are told
 * @param changes the switchovers that the plan has, to choose one that shall come at another time
 * @param mayChange whether the viewer's role may make switchovers at all
 */
record RosterView(
        List<LaneView> lanes,
        List<Lack> lacks,
        List<Exceptional> exceptions,
        ZoneId zone,
        List<Change> changes,
        boolean mayChange) {

    /** Something that the plan lacks or has too much of; {@code subject} as people write it. */
    record Lack(String kind, String subject, String detail, LocalDateTime from, LocalDateTime to, int times) {

        static Lack of(Gap gap, Titles titles) {
            var subject =
                    switch (gap.kind()) {
                        case QUEUE_WITHOUT_PEOPLE, QUEUE_WITHOUT_SKILL -> titles.queue(gap.subject());
                        case AGENT_IN_TWO_SHIFTS, AGENT_TOO_LONG_ON_SHIFT -> titles.agent(gap.subject());
                        case SHIFT_WITHOUT_PEOPLE -> gap.subject();
                    };
            return new Lack(
                    gap.kind().name().toLowerCase(Locale.ROOT),
                    subject,
                    gap.detail(),
                    gap.from(),
                    gap.to(),
                    gap.times());
        }
    }

    /**
     * Leave or an override.
     *
     * @param kind leave, calendar, queue or agent
     * @param state what holds: a shift, open or closed, a substitute; null when nothing or nobody does
     * @param to when it is over; of leave the last day
     */
    record Exceptional(
            String kind, String subject, @Nullable String state, LocalDateTime from, LocalDateTime to, String reason) {}

    /** A switchover of a calendar from one shift to another. */
    record Change(String calendar, String from, String to) {

        public String value() {
            return calendar + "|" + from + "|" + to;
        }
    }
}
