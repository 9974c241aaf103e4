package dev.rota.conversation;

import dev.rota.assignment.Choice;
import dev.rota.assignment.Outcome;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Work;
import dev.rota.desk.Company;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.List;

/** Who would get a conversation if nobody had anything to do. */
public final class IdleStaff {

    private IdleStaff() {}

    /** Chooses among the people of the decision's queue at that instant; a closed queue waits. */
    public static Outcome choose(Company company, Decision decision, Instant at) {
        var queue = decision.queue();
        var staff = Staff.of(company, List.of(queue), at);
        var closed = staff.closed(queue);
        var work = new Work(0, queue, staff.skill(queue, decision.skill()));
        return closed == null
                ? Choice.choose(work, staff.candidates(queue, null), at, 0)
                : new Outcome.Waits(closed, List.of());
    }
}
