package dev.rota.panel;

import dev.rota.conversation.Floor.Counted;
import dev.rota.conversation.Floor.OfQueue;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.panel.FloorView.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a viewer may do about the breaks of agents, and what would come of it. */
record FloorBreaks(Company company, FloorPeople people, Viewer viewer) {

    /** For so long what was done is undone by a button. */
    static final Duration UNDO = Duration.ofMinutes(10);

    /** Whether a break is there to be ended, or was ended by the viewer just now. */
    @Nullable
    String act(Agent agent) {
        var presence = people.load(agent).presence();
        if (presence == null || !people.onShift(agent) || !mayChange()) {
            return null;
        }
        if (presence.keepsWorkAway(people.at())) {
            return "back";
        }
        var justNow = presence.since().plus(UNDO).isAfter(people.at());
        return presence.state() == Presence.State.AVAILABLE && presence.by().equals(viewer.name()) && justNow
                ? "undo"
                : null;
    }

    /** What ending the break of one of these agents would do; none when there is no break to end. */
    Optional<Effect> effect(String name, List<Agent> agents, Counted all) {
        return agents.stream()
                .filter(agent -> agent.name().equals(name) && "back".equals(act(agent)))
                .findAny()
                .map(agent -> new Effect(agent.name(), agent.title(), people.room(agent), waiting(agent, all)));
    }

    private int waiting(Agent agent, Counted all) {
        return company.queuesOf(Set.of(agent.team())).stream()
                .mapToInt(
                        queue -> all.queues().getOrDefault(queue, OfQueue.EMPTY).waiting())
                .sum();
    }

    private boolean mayChange() {
        return viewer.role() == Role.SUPERVISOR || viewer.role() == Role.ADMIN;
    }
}
