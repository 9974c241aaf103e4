package dev.rota.demo;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.shift.Timetable;
import dev.rota.whatsapp.simulated.RecordingDoor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A company with the example's two numbers and nothing else. */
final class DemoCompany {

    private DemoCompany() {}

    static Company make() {
        var app = new App("fibranorte", List.of(new App.Secret(RecordingDoor.SECRET, null)), "token", "verify");
        var vendas = number("vendas", "106540352242922", "comercial", "sales");
        var suporte = number("suporte", "106540352242923", "plantao", "support");
        return new Company(
                Map.of(app.name(), app),
                Map.of("vendas", vendas, "suporte", suporte),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                "support",
                Map.of(),
                noTimetable());
    }

    private static Number number(String name, String id, String calendar, String team) {
        return new Number(name, id, "+55 11 4000-1001", "fibranorte", calendar, Set.of(team));
    }

    private static Timetable noTimetable() {
        return (Timetable) Proxy.newProxyInstance(
                Timetable.class.getClassLoader(), new Class<?>[] {Timetable.class}, (proxy, method, words) -> {
                    throw new UnsupportedOperationException("the demo asks for no times");
                });
    }
}
