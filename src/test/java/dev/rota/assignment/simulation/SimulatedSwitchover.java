package dev.rota.assignment.simulation;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Status;
import dev.rota.shift.Attendance;
import dev.rota.shift.Edge;
import dev.rota.switchover.Move;
import dev.rota.switchover.OpenConversation;
import dev.rota.switchover.Snapshot;
import dev.rota.switchover.SwitchoverPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Carries out in the simulated ledger what the product plans for the edge of a shift. */
final class SimulatedSwitchover {

    private final SimulatedLedger ledger;
    private final Map<Long, Kept> kept = new HashMap<>();

    SimulatedSwitchover(SimulatedLedger ledger) {
        this.ledger = ledger;
    }

    /** Makes it, and gives the queues in which something waits by it. */
    Set<String> make(Edge edge) {
        var agents = new HashMap<String, AgentNow>();
        ledger.company
                .agents()
                .keySet()
                .forEach(agent -> agents.put(agent, ledger.person(agent).now()));
        var snapshot = new Snapshot(edge, null, ledger.now, ledger.company, concerned(), agents, List.of());
        var queues = new TreeSet<String>();
        for (var move : SwitchoverPlan.of(snapshot).moves()) {
            carryOut(move);
            if (move.owner() == null) {
                queues.add(move.queue());
            }
        }
        return queues;
    }

    /** What was kept long enough by somebody who has gone home waits again. */
    void returnKept() {
        if (kept.isEmpty()) {
            return;
        }
        for (var chapter : List.copyOf(ledger.open)) {
            var keeps = kept.get(chapter.id);
            if (keeps != null && !ledger.now.isBefore(keeps.until)) {
                kept.remove(chapter.id);
                if (keeps.epoch == chapter.epoch && isLeft(chapter)) {
                    ledger.step(chapter, "returned", Status.WAITING, chapter.queue, null, "rota", "kept long enough");
                }
            }
        }
    }

    private void carryOut(Move move) {
        var chapter = ledger.chapter(move.conversation());
        var until = move.until();
        if (until != null) {
            kept.put(chapter.id, new Kept(chapter.epoch, until));
        }
        if (move.kind().changes()) {
            var status = move.owner() == null ? Status.WAITING : Status.IN_PROGRESS;
            ledger.step(chapter, move.kind().label(), status, move.queue(), move.owner(), "rota", move.why());
        }
    }

    /** What waits, and what belongs to somebody who has gone home. */
    private List<OpenConversation> concerned() {
        var concerned = new ArrayList<OpenConversation>();
        for (var chapter : ledger.open) {
            var forgotten = ledger.bug == Bug.SWITCHOVER_FORGETS_WHAT_WAITS;
            if (chapter.status == Status.WAITING ? !forgotten : isLeft(chapter)) {
                concerned.add(conversation(chapter));
            }
        }
        return concerned;
    }

    private OpenConversation conversation(Chapter chapter) {
        var keeps = kept.get(chapter.id);
        return new OpenConversation(
                chapter.id,
                chapter.epoch,
                chapter.status,
                chapter.queue,
                chapter.priority.rank(),
                chapter.skill,
                chapter.owner,
                chapter.waitingSince,
                keeps == null || keeps.epoch != chapter.epoch ? null : keeps.until,
                chapter.placed ? null : SimulatedCompany.decide(chapter.said, ledger.now));
    }

    private boolean isLeft(Chapter chapter) {
        return chapter.owner != null
                && ledger.company.timetable().attendance(chapter.owner, ledger.now) instanceof Attendance.Off;
    }

    private record Kept(int epoch, Instant until) {}
}
