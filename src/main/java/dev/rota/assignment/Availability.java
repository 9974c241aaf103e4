package dev.rota.assignment;

import dev.rota.desk.Presence;
import dev.rota.shift.Attendance;
import dev.rota.shift.Effect;
import dev.rota.shift.Timetable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent can be given work at an instant: leave beats shift, and shift beats what was declared.
 *
 * @param reason why not, as the end of a sentence; null when they can
 * @param since since when; null when for longer than anybody asks
 * @param until when the shift or what was declared ends, whichever is first; null for somebody off shift
 */
public record Availability(State state, @Nullable String reason, @Nullable Instant since, @Nullable Instant until) {

    /** Whether and why. */
    public enum State {
        /** On shift and there. */
        AVAILABLE,
        /** On shift and back soon. */
        BREAK,
        /** On shift and not there. */
        AWAY,
        /** Not on shift. */
        OFF
    }

    /** How far back the beginning is looked for. */
    private static final Duration REACH = Duration.ofDays(8);

    /** An agent's, given what was declared last. */
    public static Availability of(Timetable timetable, String agent, @Nullable Presence presence, Instant at) {
        if (!(timetable.attendance(agent, at) instanceof Attendance.OnShift shift)) {
            var reason = timetable.effectOnAgent(agent, at).because();
            return new Availability(State.OFF, reason, absentSince(timetable, agent, presence, at), null);
        }
        if (presence == null || !presence.keepsWorkAway(at)) {
            return new Availability(State.AVAILABLE, null, beginning(timetable, agent, at), shift.until());
        }
        var until = presence.until().isBefore(shift.until()) ? presence.until() : shift.until();
        return new Availability(state(presence), words(presence), absentSince(timetable, agent, presence, at), until);
    }

    /** Whether an agent can be given work; asked more often than why not and since when. */
    static boolean isThere(Timetable timetable, String agent, @Nullable Presence presence, Instant at) {
        return timetable.attendance(agent, at) instanceof Attendance.OnShift
                && (presence == null || !presence.keepsWorkAway(at));
    }

    /** Why somebody on shift is given nothing. */
    static String words(Presence presence) {
        return presence.state() == Presence.State.BREAK ? "on a break" : "away";
    }

    private static State state(Presence presence) {
        return presence.state() == Presence.State.BREAK ? State.BREAK : State.AWAY;
    }

    /** When the agent was last seen, whatever has kept them away since, one reason after the other. */
    private static @Nullable Instant absentSince(
            Timetable timetable, String agent, @Nullable Presence presence, Instant at) {
        var since = at;
        for (var before = at; Duration.between(since, at).compareTo(REACH) < 0; before = since.minusNanos(1)) {
            if (!works(timetable.effectOnAgent(agent, before))) {
                var left = beginning(timetable, agent, before);
                if (left == null) {
                    return null;
                }
                since = left;
            } else if (presence != null && presence.keepsWorkAway(before)) {
                since = presence.since();
            } else {
                return since;
            }
        }
        return null;
    }

    /** When the agent's shift began, or their time off; null when that is too long ago. */
    private static @Nullable Instant beginning(Timetable timetable, String agent, Instant at) {
        var present = timetable.effectOnAgent(agent, at);
        var works = works(present);
        var from = present.from();
        while (Duration.between(from, at).compareTo(REACH) < 0) {
            var before = timetable.effectOnAgent(agent, from.minusNanos(1));
            if (works(before) != works) {
                return from;
            }
            from = before.from();
        }
        return null;
    }

    private static boolean works(Effect effect) {
        return !effect.state().equals(Effect.OFF);
    }
}
