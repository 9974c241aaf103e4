package dev.rota.flow.triage;

import dev.rota.config.RuleFolders;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.shift.Calendar;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The example company by hand, as far as triage asks: names of queues, request types, numbers and skills. */
final class Fibranorte {

    /** Its routes, which are the ones in the repository. */
    static final Path ROUTES = Path.of("routes");

    private Fibranorte() {}

    static Company company() {
        var rui = new Agent("rui", "Rui Sá", "field", 8, Map.of("fibre", 3, "mobile", 1, "retention", 1), Map.of());
        return new Company(
                Map.of(),
                named(Number::name, List.of(number("vendas"), number("suporte"))),
                Map.of(),
                Map.of(rui.name(), rui),
                named(Queue::name, List.of(queue("sales"), queue("support"), queue("billing"), queue("on-call"))),
                Set.of("sales", "support", "billing", "outage", "cancel"),
                "support",
                Map.of(),
                timetable());
    }

    private static Timetable timetable() {
        var zone = ZoneId.of("America/Sao_Paulo");
        var day = new Shift("day", EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(22, 0));
        var night = new Shift("night", EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0));
        var plantao = new Calendar("plantao", zone, List.of(day, night));
        return new Timetable(zone, List.of(plantao), List.of(), List.of(), List.of());
    }

    /** The route set of its routes. */
    static RouteSet routeSet() {
        try {
            return new RouteSetCompiler().compile(RuleFolders.readRoutes(ROUTES), company());
        } catch (RouteSetRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Number number(String name) {
        return new Number(name, "1065" + name.length(), "+55 11 4000-1001", "fibranorte", "plantao", Set.of("support"));
    }

    private static Queue queue(String name) {
        return new Queue(name, name, Set.of("support"), null, null, Duration.ofHours(24), List.of());
    }

    private static <T> Map<String, T> named(Function<T, String> name, List<T> all) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
