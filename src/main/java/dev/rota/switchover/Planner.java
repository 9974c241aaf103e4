package dev.rota.switchover;

import dev.rota.assignment.Outcome;
import dev.rota.assignment.Question;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Waiting;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Status;
import dev.rota.shift.Attendance;
import dev.rota.switchover.Move.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans one switchover: owners who are off by then first, so that their places are known to what waits. */
final class Planner {

    private static final Comparator<OpenConversation> AS_SERVED = Comparator.comparingInt(OpenConversation::priority)
            .reversed()
            .thenComparing(OpenConversation::since)
            .thenComparingLong(OpenConversation::id);

    private final Snapshot snapshot;
    private final Staff staff;
    private final Wording wording;
    private final Destinations destinations;
    private final List<Move> moves = new ArrayList<>();

    Planner(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.staff = snapshot.staff();
        this.wording = new Wording(snapshot);
        this.destinations = new Destinations(snapshot, staff);
    }

    SwitchoverPlan plan() {
        var served = snapshot.open().stream().sorted(AS_SERVED).toList();
        served.stream().filter(this::isLeft).map(this::ofOwner).forEach(moves::add);
        served.stream()
                .filter(one -> one.status() == Status.WAITING)
                .map(this::ofWaiting)
                .filter(Objects::nonNull)
                .forEach(moves::add);
        var outlook = new Outlook(snapshot, staff, moves);
        return new SwitchoverPlan(moves, outlook.queues(), outlook.agents());
    }

    /** Whether its owner is off once the switchover is over. */
    private boolean isLeft(OpenConversation one) {
        return one.owner() != null
                && snapshot.company().timetable().attendance(one.owner(), snapshot.at()) instanceof Attendance.Off;
    }

    private Move ofOwner(OpenConversation one) {
        var policy = snapshot.policyOf(one);
        if (policy instanceof ShiftEnd.Keep) {
            return stays(one, Kind.KEPT, null, wording.off(one) + " and keeps it until the customer writes");
        }
        if (policy instanceof ShiftEnd.KeepFor keep) {
            var until = one.keptUntil() != null
                    ? one.keptUntil()
                    : snapshot.edge().at().plus(keep.time());
            return until.isAfter(snapshot.at())
                    ? stays(one, Kind.KEPT_FOR, until, wording.off(one) + " and keeps it until " + wording.time(until))
                    : returned(one, "");
        }
        return policy instanceof ShiftEnd.Return ? returned(one, "") : handedOver(one);
    }

    private Move handedOver(OpenConversation one) {
        var closed = staff.closed(one.queue());
        if (closed != null) {
            return returned(one, "; " + closed);
        }
        var question = staff.question(one.queue(), Waiting.arrived(one.id(), staff.at(), one.skill()));
        var substitute = substitute(one, question);
        if (substitute != null && substitute.answer() instanceof Outcome.Assigned) {
            question = substitute;
        }
        if (question.answer() instanceof Outcome.Assigned assigned) {
            staff.take(assigned.agent(), one.queue());
            return new Move(
                    one.id(),
                    one.epoch(),
                    Kind.HANDED_OVER,
                    one.queue(),
                    one.owner(),
                    one.queue(),
                    assigned.agent(),
                    null,
                    wording.handedOver(one, assigned),
                    null,
                    assigned.because(),
                    question);
        }
        return returned(one, "; " + ((Outcome.Waits) question.answer()).reason());
    }

    /** Whoever stands in for an owner who is on leave is asked before everybody else. */
    private @Nullable Question substitute(OpenConversation one, Question all) {
        return snapshot.company()
                .timetable()
                .substituteOf(Objects.requireNonNull(one.owner()), snapshot.at())
                .map(name -> all.candidates().stream()
                        .filter(candidate -> candidate.agent().name().equals(name))
                        .toList())
                .filter(those -> !those.isEmpty())
                .map(those -> new Question(all.work(), those, all.at(), all.seed()))
                .orElse(null);
    }

    private Move returned(OpenConversation one, String note) {
        var to = destinations.of(one);
        return move(one, Kind.RETURNED, to, wording.off(one) + note + "; it waits in queue " + to.queue() + to.note());
    }

    private @Nullable Move ofWaiting(OpenConversation one) {
        var to = destinations.of(one);
        return to.queue().equals(one.queue())
                ? null
                : move(one, Kind.MOVED, to, wording.edge() + ": it waits in queue " + to.queue() + to.note());
    }

    private static Move move(OpenConversation one, Kind kind, Destinations.Place to, String why) {
        return new Move(
                one.id(),
                one.epoch(),
                kind,
                one.queue(),
                one.owner(),
                to.queue(),
                null,
                null,
                why,
                one.next(),
                List.of(),
                null);
    }

    private static Move stays(OpenConversation one, Kind kind, @Nullable Instant until, String why) {
        return new Move(
                one.id(),
                one.epoch(),
                kind,
                one.queue(),
                one.owner(),
                one.queue(),
                one.owner(),
                until,
                why,
                null,
                List.of(),
                null);
    }
}
