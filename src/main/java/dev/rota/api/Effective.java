package dev.rota.api;

import dev.rota.desk.Agent;
import dev.rota.shift.Effect;
import dev.rota.shift.Timetable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a number, a queue or an agent in a stretch of time, and why.
 *
 * @param kind number, queue or agent
 * @param state a shift or none; open or closed; a shift or off
 * @param rule what makes it so: calendar, roster, holiday, override or leave
 */
record Effective(String kind, String name, Instant from, Instant until, String state, String rule, String because) {

    /** What is asked about, as it stands in the address: one of these, where a team is all of its agents. */
    record Asked(@Nullable String number, @Nullable String queue, @Nullable String team, @Nullable String agent) {}

    static List<Effective> of(Asked asked, Visible visible, Window window) {
        var number = Parameters.text(asked.number);
        var queue = Parameters.text(asked.queue);
        var team = Parameters.text(asked.team);
        var agent = Parameters.text(asked.agent);
        if (Stream.of(number, queue, team, agent).filter(Objects::nonNull).count() != 1) {
            throw new BadParameter("agent", "expected one of agent, team, queue and number");
        }
        var times = visible.company().timetable();
        if (number != null) {
            var calendar = visible.number(number).calendar();
            return of("number", number, at -> times.effectOnCalendar(calendar, at), window);
        }
        if (queue != null) {
            var hours = visible.queue(queue).hours();
            return of("queue", queue, at -> times.effectOnQueue(queue, hours, at), window);
        }
        return agent == null
                ? ofTeam(visible, Objects.requireNonNull(team), window)
                : ofAgent(visible.agent(agent), times, window);
    }

    private static List<Effective> ofTeam(Visible visible, String name, Window window) {
        var team = visible.team(name);
        return visible.company().agents().values().stream()
                .filter(agent -> agent.team().equals(team.name()))
                .sorted(Comparator.comparing(Agent::name))
                .flatMap(agent -> ofAgent(agent, visible.company().timetable(), window).stream())
                .toList();
    }

    private static List<Effective> ofAgent(Agent agent, Timetable times, Window window) {
        return of("agent", agent.name(), at -> times.effectOnAgent(agent.name(), at), window);
    }

    private static List<Effective> of(String kind, String name, Function<Instant, Effect> effect, Window window) {
        return Effect.during(window.from(), window.to(), effect).stream()
                .map(one -> new Effective(
                        kind,
                        name,
                        one.from(),
                        one.until(),
                        one.state(),
                        one.rule().name().toLowerCase(Locale.ROOT),
                        one.because()))
                .toList();
    }
}
