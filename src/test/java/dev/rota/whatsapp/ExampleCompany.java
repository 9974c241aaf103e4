package dev.rota.whatsapp;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.shift.Attendance;
import dev.rota.shift.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                new NoTimetable());
    }

    private static final class NoTimetable implements Timetable {
        @Override
        public @Nullable String shiftAt(String calendar, Instant at) {
            return null;
        }

        @Override
        public @Nullable String holidayAt(String calendar, Instant at) {
            return null;
        }

        @Override
        public Attendance attendance(String agent, Instant at) {
            return new Attendance.Off("not needed here");
        }

        @Override
        public boolean open(String queue, @Nullable String hours, Instant at) {
            return true;
        }

        @Override
        public Optional<Instant> nextOpening(String queue, @Nullable String hours, Instant after) {
            return Optional.empty();
        }

        @Override
        public ZoneId zone(String calendar) {
            return ZoneOffset.UTC;
        }
    }
}
