package dev.rota.api;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Availability;
import dev.rota.conversation.Page;
import dev.rota.conversation.Presences;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.Workload;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Viewer;
import dev.rota.shift.Attendance;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The agents of the caller's teams, what they have, and whether they are there. */
@RestController
class AgentsApi {

    private final Supplier<Company> company;
    private final Workload workload;
    private final Presences presences;
    private final Clock clock;

    AgentsApi(Supplier<Company> company, Workload workload, Presences presences, Clock clock) {
        this.company = company;
        this.workload = workload;
        this.presences = presences;
        this.clock = clock;
    }

    @GetMapping("/api/agents")
    Page<AgentState> list(@AuthenticationPrincipal Viewer viewer) {
        var now = workload.nowByAgent();
        var items = company.get().agents().values().stream()
                .filter(agent -> viewer.role().seesAll() || viewer.teams().contains(agent.team()))
                .sorted(Comparator.comparing(Agent::name))
                .map(agent -> state(agent, now.getOrDefault(agent.name(), AgentNow.IDLE)))
                .toList();
        return new Page<>(items, null);
    }

    @PutMapping("/api/agents/{id}/presence")
    AgentState declare(
            @PathVariable String id, @RequestBody Body.Declared body, @AuthenticationPrincipal Viewer viewer) {
        presences.declare(id, state(body.state()), body.until(), viewer);
        var agent = company.get().agents().get(id);
        if (agent == null) {
            throw new Refusal.NotFound("there is no agent '" + id + "'");
        }
        return state(agent, workload.nowByAgent().getOrDefault(id, AgentNow.IDLE));
    }

    private static Presence.State state(String label) {
        return Arrays.stream(Presence.State.values())
                .filter(state -> state.label().equals(label))
                .findAny()
                .orElseThrow(() ->
                        new Refusal.Invalid("state", "'" + label + "' is no state; expected available, break or away"));
    }

    private AgentState state(Agent agent, AgentNow now) {
        var at = clock.instant();
        var timetable = company.get().timetable();
        var attendance = timetable.attendance(agent.name(), at);
        var availability = Availability.of(timetable, agent.name(), now.presence(), at);
        return new AgentState(
                agent.name(),
                agent.title(),
                agent.team(),
                agent.capacity(),
                now.open(),
                BigDecimal.valueOf(now.weight(), 2).stripTrailingZeros(),
                availability.state().name().toLowerCase(Locale.ROOT),
                availability.since(),
                availability.until(),
                availability.reason(),
                AtWork.of(attendance));
    }

    /**
     * An agent now.
     *
     * @param id the name in rules and files
     * @param name the name as people write it
     * @param open how many conversations are theirs
     * @param load what these weigh together; less than their number when some are silent
     * @param state {@code available}, {@code break}, {@code away}, or {@code off} for somebody who is not on shift
     * @param since since when; null for longer than a week
     * @param until when the shift or what was declared ends; null when off
     * @param reason why they are given nothing; null when available
     */
    record AgentState(
            String id,
            String name,
            String team,
            int capacity,
            int open,
            BigDecimal load,
            String state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String reason,
            AtWork attendance) {}

    /**
     * Whether an agent is on shift.
     *
     * @param shift the shift that they work; null when off
     * @param until when it ends; null when off
     * @param reason why they are off; null when at work
     */
    record AtWork(boolean onShift, @Nullable String shift, @Nullable Instant until, @Nullable String reason) {

        static AtWork of(Attendance attendance) {
            if (attendance instanceof Attendance.OnShift on) {
                return new AtWork(true, on.shift(), on.until(), null);
            }
            return new AtWork(false, null, null, ((Attendance.Off) attendance).reason());
        }
    }
}
