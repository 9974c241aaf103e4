package dev.rota.switchover;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Pause;
import dev.rota.assignment.Staff;
import dev.rota.desk.Company;
import dev.rota.desk.ShiftEnd;
import dev.rota.shift.Edge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a plan looks at: planned again from the same, it is the same.
 *
 * @param policy what becomes of open conversations, whatever their queues say; null when their queues decide
 * @param at when the plan is carried out: at the edge, or later when no engine ran then
 * @param open in any order
 * @param agents what each agent does; who is absent does nothing
 */
public record Snapshot(
        Edge edge,
        @Nullable ShiftEnd policy,
        Instant at,
        Company company,
        List<OpenConversation> open,
        Map<String, AgentNow> agents,
        List<Pause> pauses) {

    public Snapshot {
        open = List.copyOf(open);
        agents = Map.copyOf(agents);
        pauses = List.copyOf(pauses);
    }

    /** The people of all queues as they are after the edge. */
    Staff staff() {
        var staff = Staff.of(company, company.queues().keySet(), at);
        staff.load(agents);
        staff.pause(pauses);
        return staff;
    }

    ShiftEnd policyOf(OpenConversation one) {
        return policy != null ? policy : company.queue(one.queue()).atShiftEnd();
    }
}
