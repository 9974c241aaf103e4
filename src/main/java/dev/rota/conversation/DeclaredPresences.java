package dev.rota.conversation;

import dev.rota.conversation.Refusal.Forbidden;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.conversation.Refusal.NotFound;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.shift.Attendance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what agents and their supervisors declare, and hands out at once what that lets somebody take. */
final class DeclaredPresences implements Presences {

    private static final Duration OFF_SHIFT = Duration.ofHours(12);

    private final Supplier<Company> company;
    private final Loads loads;
    private final Drainer drainer;
    private final Clock clock;

    DeclaredPresences(Supplier<Company> company, Loads loads, Drainer drainer, Clock clock) {
        this.company = company;
        this.loads = loads;
        this.drainer = drainer;
        this.clock = clock;
    }

    @Override
    public void declare(String agent, Presence.State state, @Nullable Instant until, Viewer by) {
        var known = company.get().agents().get(agent);
        if (known == null || !sees(by, known)) {
            throw new NotFound("there is no agent '" + agent + "'");
        }
        if (!by.name().equals(agent) && by.role() != Role.SUPERVISOR && by.role() != Role.ADMIN) {
            throw new Forbidden("only " + known.title() + " or a supervisor may say so");
        }
        var now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw new Invalid("until", "it is " + now + " already; expected an instant to come");
        }
        loads.declare(agent, new Presence(state, now, until == null ? end(agent, now) : until, by.name()));
        drainer.drainFor(agent);
    }

    private static boolean sees(Viewer by, Agent agent) {
        return by.role().seesAll() || by.teams().contains(agent.team());
    }

    private Instant end(String agent, Instant now) {
        return company.get().timetable().attendance(agent, now) instanceof Attendance.OnShift shift
                ? shift.until()
                : now.plus(OFF_SHIFT);
    }
}
