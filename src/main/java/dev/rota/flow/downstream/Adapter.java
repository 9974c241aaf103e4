package dev.rota.flow.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Lookup;
import dev.rota.desk.WayBack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final String FILE = "downstreams.yaml";
    private static final int SHORTEST_SECRET = 4;

    /** All that a company has. */
    static List<Adapter> of(Company company) {
        var asked = Stream.of(
                        of(Downstream.CRM, company.lookups().crm()),
                        of(Downstream.MODEL, company.lookups().model()))
                .filter(Objects::nonNull);
        var told = company.downstreams().values().stream()
                .sorted(Comparator.comparing(Downstream::name))
                .flatMap(Adapter::allOf);
        return Stream.concat(told, asked).toList();
    }

    private static Stream<Adapter> allOf(Downstream downstream) {
        var whom = "downstream '" + downstream.name() + "'";
        var there = new Adapter(downstream.name(), downstream.kamelet(), downstream.with(), whom, FILE);
        var back = downstream.back();
        return back == null
                ? Stream.of(there)
                : Stream.of(
                                there,
                                of(Downstream.BACK + downstream.name(), back.calls(), whom),
                                of(Downstream.POLL + downstream.name(), back.polls(), whom))
                        .filter(Objects::nonNull);
    }

    private static @Nullable Adapter of(String name, @Nullable WayBack way, String whom) {
        return way == null ? null : new Adapter(name, way.kamelet(), way.with(), "the way back of " + whom, FILE);
    }

    private static @Nullable Adapter of(String name, @Nullable Lookup lookup) {
        return lookup == null
                ? null
                : new Adapter(name, lookup.kamelet(), lookup.with(), "'" + name + "'", "lookups.yaml");
    }

    /** Whether it makes news of what a downstream sends, which has to be signed. */
    boolean isBack() {
        return name.startsWith(Downstream.BACK);
    }

    /** The same with no other parameters than those: a way back is offered all that its downstream has. */
    Adapter taking(Set<String> parameters) {
        if (!isBack() && !name.startsWith(Downstream.POLL)) {
            return this;
        }
        var taken = new HashMap<>(with);
        taken.keySet().retainAll(parameters);
        return new Adapter(name, kamelet, taken, whom, file);
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
