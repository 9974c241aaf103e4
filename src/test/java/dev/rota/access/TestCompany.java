package dev.rota.access;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.desk.Team;
import dev.rota.shift.Attendance;
import dev.rota.shift.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company of two teams, with an agent who can leave it. */
public final class TestCompany {

    private TestCompany() {}

    /** Ana and Bia, supervised by Otto and Nina. */
    public static Company of(String... agents) {
        return new Company(
                Map.of(),
                Map.of("vendas", new Number("vendas", "100", "+55 11 4000-0100", "app", "comercial", Set.of("sales"))),
                Map.of(
                        "sales", new Team("sales", "Vendas", Set.of("nina")),
                        "support", new Team("support", "Suporte", Set.of("otto"))),
                Stream.of(agents).collect(Collectors.toMap(name -> name, TestCompany::agent)),
                Map.of("sales", queue("sales", "Vendas"), "support", queue("support", "Suporte")),
                Set.of("sales", "support"),
                "support",
                Map.of(),
                new Always());
    }

    private static Agent agent(String name) {
        var title = name.equals("ana") ? "Ana Prado" : "Bia Nunes";
        return new Agent(name, title, name.equals("ana") ? "support" : "sales", 5, Map.of(), Map.of());
    }

    private static Queue queue(String name, String title) {
        return new Queue(name, title, Set.of(name), null, null, Duration.ofHours(24), List.of());
    }

    /** Everybody works, and every queue is open. */
    private record Always() implements Timetable {

        @Override
        public @Nullable String shiftAt(String calendar, Instant at) {
            return "day";
        }

        @Override
        public @Nullable String holidayAt(String calendar, Instant at) {
            return null;
        }

        @Override
        public Attendance attendance(String agent, Instant at) {
            return new Attendance.OnShift("day", at.plusSeconds(3600));
        }

        @Override
        public boolean open(String queue, @Nullable String hours, Instant at) {
            return true;
        }

        @Override
        public Optional<Instant> nextOpening(String queue, @Nullable String hours, Instant after) {
            return Optional.of(after);
        }

        @Override
        public ZoneId zone(String calendar) {
            return ZoneOffset.UTC;
        }
    }
}
