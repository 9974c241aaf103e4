package dev.rota.panel;

import dev.rota.conversation.Floor.Counted;
import dev.rota.conversation.Floor.OfAgent;
import dev.rota.conversation.Floor.Scope;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.panel.FloorView.AgentLine;
import dev.rota.shift.Effect;
import dev.rota.shift.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The agents of the floor. */
record FloorAgents(Company company, Scope scope, FloorTimes times, FloorPeople people, FloorBreaks breaks) {

    List<AgentLine> of(Counted counted, List<Agent> agents) {
        return agents.stream().map(agent -> line(agent, counted, agents)).toList();
    }

    private AgentLine line(Agent agent, Counted counted, List<Agent> agents) {
        var now = counted.agents().getOrDefault(agent.name(), OfAgent.IDLE);
        var weight = people.load(agent).weight();
        var there = people.availability(agent);
        var effect = company.timetable().effectOnAgent(agent.name(), times.now());
        var leave = effect.state().equals(Effect.OFF) && effect.rule() == Rule.LEAVE;
        var mates = agents.stream()
                .filter(other -> other.team().equals(agent.team()))
                .toList();
        return new AgentLine(
                agent.name(),
                agent.title(),
                agent.team(),
                leave ? "leave" : there.state().name().toLowerCase(Locale.ROOT),
                times.hour(leave ? effect.until() : there.until()),
                BigDecimal.valueOf(weight, 2).stripTrailingZeros().toPlainString(),
                agent.capacity(),
                weight >= agent.capacity() * Silence.WHOLE,
                now.asking(),
                times.age(now.silentSince()),
                FloorTimes.length(now.p50()),
                FloorTimes.length(now.p90()),
                share(agent, mates, one -> counted.agents()
                        .getOrDefault(one.name(), OfAgent.IDLE)
                        .given()),
                people.onShift(agent)
                        ? share(agent, mates.stream().filter(people::onShift).toList(), Agent::capacity)
                        : null,
                new FloorLinks(scope).list(Tab.TEAM, "owner:" + agent.name(), "unread"),
                breaks.act(agent));
    }

    private static @Nullable Integer share(Agent agent, List<Agent> mates, ToIntFunction<Agent> of) {
        var all = mates.stream().mapToInt(of).sum();
        return all == 0 ? null : Math.round(100f * of.applyAsInt(agent) / all);
    }
}
