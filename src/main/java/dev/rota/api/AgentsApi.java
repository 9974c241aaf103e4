package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Workload;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.shift.Attendance;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agents of the caller's teams, what they have, and whether they are at work. */
@RestController
class AgentsApi {

    private final Supplier<Company> company;
    private final Workload workload;
    private final Clock clock;

    AgentsApi(Supplier<Company> company, Workload workload, Clock clock) {
        this.company = company;
        this.workload = workload;
        this.clock = clock;
    }

    @GetMapping("/api/agents")
    Page<AgentState> list(@AuthenticationPrincipal Viewer viewer) {
        var now = company.get();
        var open = workload.openByAgent();
        var at = clock.instant();
        var visible = new Visible(now, viewer);
        var items = now.agents().values().stream()
                .filter(agent -> visible.seesAgent(agent.name()))
                .sorted(Comparator.comparing(Agent::name))
                .map(agent -> new AgentState(
                        agent.name(),
                        agent.title(),
                        agent.team(),
                        agent.capacity(),
                        open.getOrDefault(agent.name(), 0),
                        Presence.of(now.timetable().attendance(agent.name(), at))))
                .toList();
        return new Page<>(items, null);
    }

    /**
     * An agent now.
     *
     * @param id the name in rules and files
     * @param name the name as people write it
     * @param open how many conversations are theirs
     */
    record AgentState(String id, String name, String team, int capacity, int open, Presence attendance) {}

    /**
     * Whether an agent is at work.
     *
     * @param shift the shift that they work; null when off
     * @param until when it ends; null when off
     * @param reason why they are off; null when at work
     */
    record Presence(boolean onShift, @Nullable String shift, @Nullable Instant until, @Nullable String reason) {

        static Presence of(Attendance attendance) {
            if (attendance instanceof Attendance.OnShift on) {
                return new Presence(true, on.shift(), on.until(), null);
            }
            return new Presence(false, null, null, ((Attendance.Off) attendance).reason());
        }
    }
}
