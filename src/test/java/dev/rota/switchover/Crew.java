package dev.rota.switchover;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Handout;
import dev.rota.desk.Overflow;
import dev.rota.desk.Patience;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Status;
import dev.rota.desk.Team;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import dev.rota.shift.Calendar;
import dev.rota.shift.Duty;
import dev.rota.shift.Edge;
import dev.rota.shift.Leave;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two teams: support works from 14 to 22 with Ana and Ivo, field from 22 to 6 with Rui and Lia. Each has two places, but
 * Lia has one. Billing is open in the afternoon only; sales has nobody at all.
 */
final class Crew {

    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    static final Instant EDGE = Instant.parse("2026-11-24T22:00:00-03:00");
    static final Edge TO_NIGHT = new Edge(EDGE, "plantao", "afternoon", "night");

    private Crew() {}

    static Company company(ShiftEnd ofSupport, Leave... leave) {
        var agents = Stream.of(
                        agent("ana", "support", 2),
                        agent("ivo", "support", 2),
                        agent("rui", "field", 2),
                        agent("lia", "field", 1))
                .collect(toMap(Agent::name, identity()));
        var queues = Stream.of(
                        queue("support", Set.of("support", "field"), null, ofSupport, null),
                        queue("billing", Set.of("support"), "office", new ShiftEnd.Return(), null),
                        queue(
                                "desk",
                                Set.of("support"),
                                null,
                                new ShiftEnd.Return(),
                                new Overflow(Duration.ofHours(1), "on-call")),
                        queue("sales", Set.of("sales"), null, new ShiftEnd.Return(), null),
                        queue("on-call", Set.of("field"), null, new ShiftEnd.HandOver(), null))
                .collect(toMap(Queue::name, identity()));
        var teams = Stream.of("support", "field", "sales")
                .collect(toMap(name -> name, name -> new Team(name, name, Set.of())));
        return new Company(
                Map.of(),
                Map.of(),
                teams,
                agents,
                queues,
                Set.of("support"),
                "on-call",
                Map.of(),
                timetable(List.of(leave)));
    }

    private static Timetable timetable(List<Leave> leave) {
        var afternoon =
                new Shift("afternoon", EnumSet.allOf(DayOfWeek.class), LocalTime.of(14, 0), LocalTime.of(22, 0));
        var night = new Shift("night", EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0));
        return new Timetable(
                ZONE,
                List.of(
                        new Calendar("plantao", ZONE, List.of(afternoon, night)),
                        new Calendar("office", ZONE, List.of(afternoon))),
                List.of(),
                List.of(
                        new Duty("plantao", "afternoon", Set.of("ana", "ivo"), null),
                        new Duty("plantao", "night", Set.of("rui", "lia"), null)),
                leave);
    }

    private static Agent agent(String name, String team, int capacity) {
        return new Agent(
                name,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                team,
                capacity,
                Map.of(),
                Map.of());
    }

    private static Queue queue(
            String name, Set<String> teams, @Nullable String hours, ShiftEnd end, @Nullable Overflow overflow) {
        return new Queue(
                name,
                name,
                teams,
                null,
                hours,
                Duration.ofHours(24),
                List.of(),
                end,
                ResponseTimes.NONE,
                overflow,
                Handout.PLAIN,
                Patience.ENDLESS);
    }

    static OpenConversation owned(long id, String queue, String owner) {
        return new OpenConversation(
                id, 2, Status.IN_PROGRESS, queue, 1, null, owner, EDGE.minusSeconds(3600 - id), null, null);
    }

    static OpenConversation waiting(long id, String queue, @Nullable String next) {
        return new OpenConversation(
                id, 1, Status.WAITING, queue, 1, null, null, EDGE.minusSeconds(3600 - id), null, decided(next));
    }

    static @Nullable Decision decided(@Nullable String queue) {
        return queue == null ? null : new Decision("support", queue, Priority.NORMAL, null, "set-1", List.of());
    }

    static SwitchoverPlan plan(ShiftEnd ofSupport, OpenConversation... open) {
        return SwitchoverPlan.of(snapshot(ofSupport, EDGE, List.of(open)));
    }

    static Snapshot snapshot(ShiftEnd ofSupport, Instant at, List<OpenConversation> open) {
        var loads = open.stream()
                .filter(one -> one.owner() != null)
                .collect(toMap(OpenConversation::owner, one -> 1, Integer::sum));
        return new Snapshot(TO_NIGHT, null, at, company(ofSupport), open, agents(loads), List.of());
    }

    static Map<String, AgentNow> agents(Map<String, Integer> loads) {
        return loads.entrySet().stream().collect(toMap(Map.Entry::getKey, load -> AgentNow.of(load.getValue())));
    }
}
