package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.desk.WorkSource;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Yaml;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether an address is one that routes may use, and its options are ones that it has. */
final class EndpointRule {

    private static final String WORK = "work";
    private static final Set<String> SOURCES = Set.of("platform-http", "quartz", "timer", WORK);
    private static final Set<String> SCHEMES = new TreeSet<>(
            Set.of("direct", "http", "https", "kafka", "kamelet", "platform-http", "quartz", "sql", "timer", WORK));

    private static final Pattern WORK_OPTIONS = Pattern.compile("threads=\\d{1,4}|elastic=true");

    private final Options options;
    private final Beans beans;
    private final EngineProperties properties;

    EndpointRule(Options options, Beans beans, EngineProperties properties) {
        this.options = options;
        this.beans = beans;
        this.properties = properties;
    }

    /** Where a route takes from. */
    void from(WrittenRoute route) {
        Address.of(route.from(), properties)
                .ifPresent(address -> check(route.from().source(), address));
    }

    /** Where a step sends to. */
    void to(Step step) {
        Address.of(step.body(), properties).ifPresent(address -> {
            if (SOURCES.contains(address.scheme())) {
                problem(step.body(), address, "'" + address.scheme() + "' gives messages and takes none");
            } else {
                check(step.body().source(), address);
            }
        });
    }

    private void check(Source source, Address address) {
        var scheme = address.scheme();
        if (scheme.isEmpty() || address.written().text().contains("${")) {
            return; // known at run time, and another rule's matter
        }
        if (!SCHEMES.contains(scheme)) {
            source.problem(
                    address.place(), "'" + scheme + "' is out of the routes' reach" + Nearest.hint(scheme, SCHEMES));
        } else if (scheme.equals(WORK)) {
            work(source, address);
        } else if (!scheme.equals("kamelet")) {
            options.check(source, address);
        }
    }

    private void work(Source source, Address address) {
        if (beans.type(address.path())
                .filter(WorkSource.class::isAssignableFrom)
                .isEmpty()) {
            source.problem(
                    address.place(),
                    "nothing called '" + address.path() + "' hands out work"
                            + Nearest.hint(address.path(), beans.namesOf(WorkSource.class)));
        }
        address.options().forEach((option, value) -> {
            if (!WORK_OPTIONS.matcher(option + "=" + value.text()).matches()) {
                source.problem(
                        value.place(),
                        "'" + option + "' with '" + value.text() + "' is no option of work; expected"
                                + " threads and their number, or elastic=true");
            }
        });
    }

    private static void problem(Yaml yaml, Address address, String sentence) {
        yaml.source().problem(address.place(), sentence);
    }
}
