package dev.rota.flow.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Lookup;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Kamelet with its parameters, for somebody outside.
 *
 * @param name of its route
 * @param whom it speaks to, as a problem says it
 * @param file of {@code config/} that names it
 */
record Adapter(String name, String kamelet, Map<String, String> with, String whom, String file) {

    private static final int SHORTEST_SECRET = 4;

    /** All that a company has. */
    static List<Adapter> of(Company company) {
        var asked = Stream.of(
                        of(Downstream.CRM, company.lookups().crm()),
                        of(Downstream.MODEL, company.lookups().model()))
                .filter(Objects::nonNull);
        var told = company.downstreams().values().stream()
                .sorted(Comparator.comparing(Downstream::name))
                .map(Adapter::of);
        return Stream.concat(told, asked).toList();
    }

    private static Adapter of(Downstream downstream) {
        return new Adapter(
                downstream.name(),
                downstream.kamelet(),
                downstream.with(),
                "downstream '" + downstream.name() + "'",
                "downstreams.yaml");
    }

    private static @Nullable Adapter of(String name, @Nullable Lookup lookup) {
        return lookup == null
                ? null
                : new Adapter(name, lookup.kamelet(), lookup.with(), "'" + name + "'", "lookups.yaml");
    }

    /** A text without its parameters: Camel quotes what it failed on, and that may be a secret. */
    String withoutSecrets(String message) {
        var told = message;
        for (var value : with.values()) {
            if (value.length() >= SHORTEST_SECRET) {
                told = told.replace(value, "…");
            }
        }
        return told;
    }

    @Override
    public String toString() {
        return "Adapter[" + name + "]";
    }
}
