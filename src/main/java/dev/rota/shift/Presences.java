package dev.rota.shift;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Whether agents are at work, and why; what was found of an agent is at hand. */
final class Presences {

    /** Weeks of turns on and off; then all is forgotten, so that questions about far days cost time and not memory. */
    private static final int KEPT = 100;

    private final Roster roster;
    private final OffReasons reasons;
    private final ConcurrentMap<String, ConcurrentNavigableMap<Instant, Presence>> known = new ConcurrentHashMap<>();

    Presences(Roster roster) {
        this.roster = roster;
        this.reasons = new OffReasons(roster);
    }

    Presence at(String agent, Instant at) {
        var ofAgent = known.get(agent);
        var latest = ofAgent == null ? null : ofAgent.floorEntry(at);
        if (latest != null && latest.getValue().effect().contains(at)) {
            return latest.getValue();
        }
        var found = find(agent, at);
        if (!roster.seats(agent).isEmpty()) {
            keep(agent, found);
        }
        return found;
    }

    private void keep(String agent, Presence found) {
        var ofAgent = known.computeIfAbsent(agent, name -> new ConcurrentSkipListMap<>());
        if (ofAgent.size() >= KEPT) {
            ofAgent.clear();
        }
        ofAgent.put(found.effect().from(), found);
    }

    Optional<String> substituteOf(String agent, Instant at) {
        if (at(agent, at).attendance() instanceof Attendance.OnShift) {
            return Optional.empty();
        }
        return reasons.awayOn(agent, at).flatMap(date -> roster.absences().worker(agent, date));
    }

    private Presence find(String agent, Instant at) {
        var today = roster.home(agent).at(at);
        var stretch = Stretch.around(at, today, changes(agent, at));
        return roster.turns(agent, today.from(), today.until()).stream()
                .filter(turn -> turn.span().contains(at))
                .max(Comparator.comparing(turn -> turn.span().until()))
                .map(turn -> present(turn, stretch))
                .orElseGet(() -> absent(agent, at, stretch));
    }

    /** Whatever may make a difference to an agent on that day. */
    private Stream<Instant> changes(String agent, Instant at) {
        var ofCalendars =
                roster.seats(agent).stream().map(Roster.Seat::days).distinct().flatMap(days -> days.changes(at));
        var own = roster.overrides(agent).stream().flatMap(override -> Stream.of(override.from(), override.until()));
        return Stream.concat(ofCalendars, own);
    }

    private Presence present(Turn turn, Stretch stretch) {
        var span = turn.span();
        var name = span.shift().name();
        var effect = new Effect(stretch.from(), stretch.until(), name, rule(turn), because(turn));
        return new Presence(effect, new Attendance.OnShift(name, span.until()));
    }

    private static Rule rule(Turn turn) {
        return turn.override() != null ? Rule.OVERRIDE : turn.standsIn() ? Rule.LEAVE : Rule.ROSTER;
    }

    private String because(Turn turn) {
        var shift = turn.shift();
        var override = turn.override();
        if (override != null) {
            return "works " + shift + " by an override: " + override.reason();
        }
        return turn.standsIn()
                ? "works " + shift + " for " + turn.seat() + ", who is " + away(turn)
                : "on the roster of " + shift;
    }

    private String away(Turn turn) {
        return roster.absences()
                .on(turn.seat(), turn.span().date())
                .map(OffReasons::words)
                .orElse("away");
    }

    private Presence absent(String agent, Instant at, Stretch stretch) {
        var reason = reasons.of(agent, at);
        var effect = new Effect(stretch.from(), stretch.until(), Effect.OFF, reason.rule(), reason.words());
        return new Presence(effect, new Attendance.Off(reason.words()));
    }

    /** What holds of an agent, and whether that is work. */
    record Presence(Effect effect, Attendance attendance) {}
}
