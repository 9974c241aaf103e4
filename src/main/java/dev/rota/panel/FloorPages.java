package dev.rota.panel;

import dev.rota.conversation.Floor;
import dev.rota.conversation.Floor.Scope;
import dev.rota.conversation.Pauses;
import dev.rota.conversation.Workload;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.journal.Balances;
import dev.rota.panel.ConversationView.Option;
import dev.rota.panel.FloorView.Unknown;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the page of the floor of what the viewer may see. */
final class FloorPages {

    private final Floor floor;
    private final Workload workload;
    private final Balances balances;
    private final Pauses pauses;
    private final Supplier<Company> company;
    private final Clock clock;

    FloorPages(
            Floor floor, Workload workload, Balances balances, Pauses pauses, Supplier<Company> company, Clock clock) {
        this.floor = floor;
        this.workload = workload;
        this.balances = balances;
        this.pauses = pauses;
        this.company = company;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param number the name that narrows it; empty for none
     * @param team the same
     * @param back whose break might be ended; empty for nobody's
     */
    FloorView of(String number, String team, String back, Viewer viewer) {
        var known = company.get();
        var mine = new Known(known, viewer);
        var numbers = mine.numberOptions();
        var teams = mine.teamOptions();
        var unknown = unknown("number", number, numbers);
        if (unknown == null) {
            unknown = unknown("team", team, teams);
        }
        var scope = unknown == null ? new Scope(given(number), given(team)) : Scope.ALL;
        var now = clock.instant();
        var times = new FloorTimes(known.timetable(), now);
        var all = floor.count(Scope.ALL, times.today(), viewer);
        var part = scope.equals(Scope.ALL) ? all : floor.count(scope, times.today(), viewer);
        var people = new FloorPeople(known, workload.nowByAgent(), now);
        var intake = new FloorIntake(balances.recent(), known, viewer);
        var figures = new FloorFigures(scope, viewer, times, people, intake);
        var breaks = new FloorBreaks(known, people, viewer);
        var shown = agents(known, scope, viewer);
        return new FloorView(
                now,
                times.clock(now),
                scope.number(),
                scope.team(),
                unknown,
                figures.of(part, all, shown, agents(known, Scope.ALL, viewer)),
                new FloorQueues(known, scope, times, people, pauses.inForce(viewer), viewer)
                        .of(part, queues(known, scope, viewer)),
                new FloorAgents(known, scope, times, people, breaks).of(part, shown),
                numbers,
                teams,
                breaks.effect(back, shown, all).orElse(null));
    }

    private static @Nullable Unknown unknown(String field, String value, List<Option> known) {
        return value.isEmpty() || known.stream().anyMatch(one -> one.name().equals(value))
                ? null
                : new Unknown(field, value);
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Set<String> own(Company known, Viewer viewer) {
        return new Known(known, viewer).teams();
    }

    private static List<String> queues(Company known, Scope scope, Viewer viewer) {
        var teams = scope.team() == null ? own(known, viewer) : Set.of(scope.team());
        return known.queuesOf(teams).stream()
                .sorted(Comparator.comparing(name -> known.queue(name).title()))
                .toList();
    }

    /** Of a number, those whose teams see it. */
    private static List<Agent> agents(Company known, Scope scope, Viewer viewer) {
        var own = own(known, viewer);
        var number = scope.number() == null ? null : known.numbers().get(scope.number());
        return known.agents().values().stream()
                .filter(agent -> own.contains(agent.team()))
                .filter(agent -> scope.team() == null || scope.team().equals(agent.team()))
                .filter(agent -> number == null || number.teams().contains(agent.team()))
                .sorted(Comparator.comparing(Agent::title))
                .toList();
    }
}
