package dev.rota.assignment.simulation;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Handout;
import dev.rota.desk.Patience;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Silence;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.routing.Decision;
import dev.rota.shift.Calendar;
import dev.rota.shift.Duty;
import dev.rota.shift.Edge;
import dev.rota.shift.Leave;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two teams around the clock in Lisbon, and five queues of which each hands out in another way. */
final class SimulatedCompany {

    static final Duration AGING = Duration.ofMinutes(10);

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private static final Duration LONGEST = Duration.ofDays(14);

    private SimulatedCompany() {}

    /**
     * Variants of one company, of which the first is the usual one: in the second somebody has left the files and
     * somebody may have more, in the third queues hand out in other ways.
     */
    static List<Company> variants() {
        var timetable = timetable();
        return List.of(
                company(agents(2, true), queues(Strategy.LEAST_LOADED), timetable),
                company(agents(3, false), queues(Strategy.LEAST_LOADED), timetable),
                company(agents(2, true), queues(Strategy.LONGEST_IDLE), timetable));
    }

    /** Where what a customer said waits: by day where it says itself, and bills at night with the people on call. */
    static Decision decide(Chapter.Said said, Instant at) {
        var hour = at.atZone(ZONE).getHour();
        var isNight = hour < 6 || hour >= 22;
        var queue = isNight && said.queue().equals("billing") ? "on-call" : said.queue();
        return new Decision("any", queue, said.priority(), said.skill(), "simulated", List.of());
    }

    /** The edges of all shifts in the time of any life. */
    static NavigableMap<Instant, Edge> edges(Timetable timetable) {
        var edges = new TreeMap<Instant, Edge>();
        for (var beginning : Life.BEGINNINGS) {
            var from = LocalDate.parse(beginning).atStartOfDay(ZONE).toInstant();
            timetable.edges(from, from.plus(LONGEST)).forEach(edge -> edges.put(edge.at(), edge));
        }
        return edges;
    }

    private static Company company(List<Agent> agents, List<Queue> queues, Timetable timetable) {
        return new Company(
                Map.of(),
                Map.of(),
                Map.of(),
                named(agents, Agent::name),
                named(queues, Queue::name),
                Set.of(),
                "support",
                Map.of(),
                timetable);
    }

    private static List<Agent> agents(int capacity, boolean withDuda) {
        var agents = Stream.of(
                agent("ana", "desk", capacity, 2),
                agent("bia", "desk", 3, 1),
                agent("caio", "desk", 2, 0),
                agent("rui", "field", 3, 3),
                agent("zeca", "field", 1, 0));
        var duda = Stream.of(agent("duda", "field", 2, 1));
        return Stream.concat(agents, withDuda ? duda : Stream.of()).toList();
    }

    private static Agent agent(String name, String team, int capacity, int fibre) {
        return new Agent(name, name, team, capacity, fibre == 0 ? Map.of() : Map.of("fibre", fibre), Map.of());
    }

    private static List<Queue> queues(Strategy support) {
        var ladder = List.of(
                new SkillStep(Duration.ZERO, 2),
                new SkillStep(Duration.ofMinutes(3), 1),
                new SkillStep(Duration.ofMinutes(6), 0));
        var anybody = List.of(SkillStep.ANYBODY);
        return List.of(
                queue(
                        "support",
                        "desk",
                        null,
                        new ShiftEnd.KeepFor(Duration.ofMinutes(15)),
                        support,
                        ladder,
                        null,
                        null),
                queue("sales", "desk", "office", new ShiftEnd.Return(), Strategy.ROUND_ROBIN, anybody, 2, null),
                queue(
                        "billing",
                        "desk",
                        null,
                        new ShiftEnd.Keep(),
                        Strategy.LONGEST_IDLE,
                        anybody,
                        null,
                        new Silence(Duration.ofHours(1), 50)),
                queue(
                        "on-call",
                        "field",
                        null,
                        new ShiftEnd.HandOver(),
                        Strategy.LEAST_LOADED,
                        anybody,
                        null,
                        new Silence(Duration.ofMinutes(30), 0)),
                queue("vip", "field", null, new ShiftEnd.Return(), Strategy.MANUAL, anybody, null, null));
    }

    private static Queue queue(
            String name,
            String team,
            @Nullable String hours,
            ShiftEnd end,
            Strategy strategy,
            List<SkillStep> skills,
            @Nullable Integer capacity,
            @Nullable Silence silence) {
        var preferLast = name.equals("sales") ? Duration.ofMinutes(2) : null;
        return new Queue(
                name,
                name,
                Set.of(team),
                null,
                hours,
                Duration.ofHours(12),
                List.of(),
                end,
                ResponseTimes.NONE,
                null,
                new Handout(strategy, skills, preferLast, AGING, capacity, silence),
                Patience.ENDLESS);
    }

    /** Everybody has a shift and Bia two; Caio is away on the second day of each simulated stretch. */
    private static Timetable timetable() {
        var all = EnumSet.allOf(DayOfWeek.class);
        var morning = new Shift("morning", all, LocalTime.of(6, 0), LocalTime.of(14, 0));
        var afternoon = new Shift("afternoon", all, LocalTime.of(14, 0), LocalTime.of(22, 0));
        var night = new Shift("night", all, LocalTime.of(22, 0), LocalTime.of(6, 0));
        var office = new Shift("office", all, LocalTime.of(8, 0), LocalTime.of(18, 30));
        return new Timetable(
                ZONE,
                List.of(
                        new Calendar("always", ZONE, List.of(morning, afternoon, night)),
                        new Calendar("office", ZONE, List.of(office))),
                List.of(),
                List.of(
                        new Duty("always", "morning", Set.of("ana", "bia", "rui"), null),
                        new Duty("always", "afternoon", Set.of("bia", "caio", "zeca"), null),
                        new Duty("always", "night", Set.of("duda", "ana"), null)),
                Life.BEGINNINGS.stream()
                        .map(LocalDate::parse)
                        .map(day -> new Leave("caio", day.plusDays(1), day.plusDays(1)))
                        .toList());
    }

    static ZoneId zone() {
        return ZONE;
    }

    private static <T> Map<String, T> named(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
