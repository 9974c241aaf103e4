package dev.rota.desk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.rota.shift.Calendar;
import dev.rota.shift.Duty;
import dev.rota.shift.Leave;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small telecom of three teams in São Paulo; everybody works from 8 to 20, but Eva is on leave in November 2026. */
public final class ExampleCompany {

    public static final Viewer ANA = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));
    public static final Viewer BIA = new Viewer("bia", "Bia Nunes", Role.AGENT, Set.of("sales"));
    public static final Viewer RUI = new Viewer("rui", "Rui Sá", Role.AGENT, Set.of("field"));
    public static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support", "field"));
    public static final Viewer AUDITOR = new Viewer("vera", "Vera", Role.AUDITOR, Set.of());
    public static final Viewer ADMIN = new Viewer("admin", "Admin", Role.ADMIN, Set.of());

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private ExampleCompany() {}

    public static Company get() {
        var agents = Stream.of(
                        agent("ana", "Ana Prado", "support"),
                        agent("bia", "Bia Nunes", "sales"),
                        agent("eva", "Eva Melo", "support"),
                        agent("rui", "Rui Sá", "field"))
                .collect(toMap(Agent::name, identity()));
        var queues = Stream.of(
                        queue("sales", "Vendas", null, "sales"),
                        queue("support", "Suporte", null, "support"),
                        queue("billing", "Financeiro", "comercial", "support"),
                        queue("on-call", "Plantão", null, "field"))
                .collect(toMap(Queue::name, identity()));
        return new Company(
                Map.of(),
                Map.of(
                        "vendas", new Number("vendas", "101", "+55 11 4000-1001", "fn", "comercial", Set.of("sales")),
                        "suporte",
                                new Number("suporte", "102", "+55 11 4000-1002", "fn", "comercial", Set.of("support"))),
                Map.of(
                        "sales", new Team("sales", "Vendas", Set.of("nina")),
                        "support", new Team("support", "Suporte", Set.of("otto")),
                        "field", new Team("field", "Plantão", Set.of("otto"))),
                agents,
                queues,
                Set.of("sales", "support", "billing"),
                "support",
                Map.of(),
                timetable(agents.keySet()));
    }

    /** The same with these ways out. */
    public static Company with(Downstream... downstreams) {
        var example = get();
        return new Company(
                example.apps(),
                example.numbers(),
                example.teams(),
                example.agents(),
                example.queues(),
                example.requestTypes(),
                example.fallback(),
                Stream.of(downstreams).collect(toMap(Downstream::name, identity())),
                example.timetable());
    }

    private static Agent agent(String name, String title, String team) {
        return new Agent(name, title, team, 5, Map.of(), Map.of());
    }

    private static Queue queue(String name, String title, @Nullable String hours, String team) {
        return new Queue(name, title, Set.of(team), null, hours, Duration.ofHours(24), List.of());
    }

    private static Timetable timetable(Set<String> agents) {
        var day = new Shift("day", EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(20, 0));
        return new Timetable(
                ZONE,
                List.of(new Calendar("comercial", ZONE, List.of(day))),
                List.of(),
                List.of(new Duty("comercial", "day", agents, null)),
                List.of(new Leave("eva", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))));
    }
}
