package dev.rota.whatsapp;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.shift.Timetable;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A company of which the door sees what it needs: its apps and its numbers. */
public final class ExampleCompany {

    /** The app secret that signs what the tests send. */
    public static final String SECRET = "test_app_secret";

    /** The number that the corpus speaks to. */
    public static final String NUMBER = "106540352242922";

    private ExampleCompany() {}

    /** One app, whose verify token is {@code test_verify_token}. */
    public static Company withSecrets(App.Secret... secrets) {
        return withApps(new App("fibranorte", List.of(secrets), null, "test_verify_token"));
    }

    /** One app with the one secret. */
    public static Company simple() {
        return withSecrets(new App.Secret(SECRET, null));
    }

    /** Several apps, and one number. */
    public static Company withApps(App... apps) {
        var byName = new HashMap<String, App>();
        for (var app : apps) {
            byName.put(app.name(), app);
        }
        var number = new Number("vendas", NUMBER, "+55 11 4000-1001", "fibranorte", "comercial", Set.of());
        return new Company(
                byName,
                Map.of("vendas", number),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                "sales",
                Map.of(),
                new Timetable(ZoneOffset.UTC, List.of(), List.of(), List.of(), List.of()));
    }
}
