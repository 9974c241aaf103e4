package dev.rota.access;

import dev.rota.desk.Agent;
import dev.rota.desk.Badge;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.desk.Team;
import dev.rota.shift.Calendar;
import dev.rota.shift.Timetable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A company of two teams, with an agent who can leave it. */
public final class TestCompany {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private TestCompany() {}

    /** Ana and Bia, supervised by Otto and Nina. */
    public static Company of(String... agents) {
        return new Company(
                Map.of(),
                Map.of(
                        "vendas",
                        new Number("vendas", "100", "+55 11 4000-0100", "app", "comercial", Set.of("sales"))
                                .marked(new Badge("Comercial", "7f7f7f"))),
                Map.of(
                        "sales", new Team("sales", "Vendas", Set.of("nina")),
                        "support", new Team("support", "Suporte", Set.of("otto"))),
                Stream.of(agents).collect(Collectors.toMap(name -> name, TestCompany::agent)),
                Map.of("sales", queue("sales", "Vendas"), "support", queue("support", "Suporte")),
                Set.of("sales", "support"),
                "support",
                Map.of(),
                new Timetable(
                        SAO_PAULO,
                        List.of(new Calendar("comercial", SAO_PAULO, List.of())),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Agent agent(String name) {
        var title = name.equals("ana") ? "Ana Prado" : "Bia Nunes";
        return new Agent(name, title, name.equals("ana") ? "support" : "sales", 5, Map.of(), Map.of());
    }

    private static Queue queue(String name, String title) {
        return new Queue(name, title, Set.of(name), null, null, Duration.ofHours(24), List.of());
    }
}
