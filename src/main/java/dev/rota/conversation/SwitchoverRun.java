package dev.rota.conversation;

import dev.rota.assignment.Staff;
import dev.rota.desk.Status;
import dev.rota.switchover.Move;
import dev.rota.switchover.SwitchoverPlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Carries a plan out, within the transaction that is under way. */
final class SwitchoverRun {

    private final Rulings rulings;
    private final Changes changes;
    private final KeptConversations kept;
    private final Aftermath aftermath;
    private final Turns turns;
    private final Briefs briefs;
    private final SwitchoverItems items;

    SwitchoverRun(
            Rulings rulings,
            Changes changes,
            KeptConversations kept,
            Aftermath aftermath,
            Turns turns,
            Briefs briefs,
            SwitchoverItems items) {
        this.rulings = rulings;
        this.changes = changes;
        this.kept = kept;
        this.aftermath = aftermath;
        this.turns = turns;
        this.briefs = briefs;
        this.items = items;
    }

    /**
     * Carries out what the plan says of what was held for it.
     *
     * @param by a person's name, or {@code rota}
     */
    void carryOut(long switchover, Taken taken, String by) {
        var moves = SwitchoverPlan.of(taken.snapshot()).moves();
        var at = taken.snapshot().at();
        var found = briefs.find(moves.stream().map(Move::conversation).toList());
        rulings.write(waitingAfter(taken, moves), at);
        kept.keep(moves.stream().filter(move -> move.until() != null).toList());
        settle(moves.stream()
                .filter(move -> move.kind().changes())
                .map(move -> change(move, by, at))
                .toList());
        remember(taken, moves);
        items.write(switchover, moves, taken.decided(), found);
    }

    /** Whose turn it was in the queues that go round. */
    private void remember(Taken taken, List<Move> moves) {
        var handed = moves.stream().filter(move -> move.question() != null).toList();
        var queues = handed.stream().map(Move::queue).distinct().toList();
        var staff =
                Staff.of(taken.snapshot().company(), queues, taken.snapshot().at());
        staff.load(taken.snapshot().agents());
        handed.forEach(move -> staff.take(Objects.requireNonNull(move.owner()), move.queue()));
        queues.forEach(queue -> turns.write(queue, staff));
    }

    /** Makes steps, hands out at once what waits then, and tells of where all of it has come to. */
    void settle(List<Change> steps) {
        aftermath.hold(steps);
        changes.apply(steps);
        aftermath.tell(steps);
    }

    /** What was decided again of those that wait once the plan is carried out. */
    private static List<Ruling> waitingAfter(Taken taken, List<Move> moves) {
        var owned = moves.stream()
                .filter(move -> move.owner() != null)
                .map(Move::conversation)
                .collect(Collectors.toSet());
        return taken.decided().values().stream()
                .map(Rulings.Asked::ruling)
                .filter(ruling -> !owned.contains(ruling.conversation()))
                .toList();
    }

    private static Change change(Move move, String by, Instant at) {
        return new Change(
                move.conversation(),
                move.epoch() + 1,
                move.kind().label(),
                move.owner() == null ? Status.WAITING : Status.IN_PROGRESS,
                move.queue(),
                move.fromOwner(),
                move.owner(),
                by,
                move.why(),
                move.because(),
                move.question(),
                at);
    }
}
