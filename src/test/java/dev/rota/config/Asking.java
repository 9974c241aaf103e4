package dev.rota.config;

import dev.rota.desk.Company;
import dev.rota.desk.Lookups;
import java.nio.file.Path;
import java.util.Map;

/** The example company, with somebody to ask and nobody to tell. */
public final class Asking {

    private static final Company EXAMPLE =
            ConfigReader.read(Path.of("config"), name -> "test").required();

    private Asking() {}

    public static Company company(Lookups lookups) {
        return new Company(
                EXAMPLE.apps(),
                EXAMPLE.numbers(),
                EXAMPLE.teams(),
                EXAMPLE.agents(),
                EXAMPLE.queues(),
                EXAMPLE.requestTypes(),
                EXAMPLE.fallback(),
                Map.of(),
                EXAMPLE.timetable(),
                EXAMPLE.texts(),
                lookups);
    }
}
