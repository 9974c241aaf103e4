package dev.rota.flow.lint;

import dev.rota.config.Problem;
import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The lint of everything in the routes folder but the rules: it starts nothing, and tells all problems at once. */
public final class RoutesLint {

    private static final String DOWNSTREAM = "downstream.";

    private final Beans beans = Beans.ofEngine();
    private final EngineProperties properties;
    private final RouteRules rules;

    /** @param properties what routes name in double braces */
    public RoutesLint(EngineProperties properties) {
        this.properties = properties;
        this.rules = new RouteRules(beans, properties);
    }

    /**
     * The problems of a folder as it is now, by file and line.
     *
     * @param downstreams the names in {@code config/downstreams.yaml}; each has a route
     */
    public List<Problem> check(Path routes, Collection<String> downstreams) {
        var folder = RoutesFolder.read(routes);
        var problems = folder.problems();
        var files = roots(folder.routes(), problems);
        var kamelets =
                roots(folder.kamelets(), problems).stream().map(Kamelet::of).toList();
        var readable = problems.isEmpty();
        var form = form(files, kamelets);
        var first = problems.size();
        names(folder, files, kamelets);
        texts(files, kamelets);
        var written = files.stream().flatMap(WrittenRoute::in).toList();
        if (readable) {
            together(folder, files, written, downstreams, first == 0);
        }
        var templates = kamelets.stream().flatMap(kamelet -> kamelet.route().stream());
        var all = Stream.concat(written.stream(), templates).toList();
        all.forEach(rules::check);
        new Walk(all, beans, properties).through(all);
        problems.subList(first, problems.size()).removeIf(form::explains);
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    private static FormRule form(List<Yaml> files, List<Kamelet> kamelets) {
        var form = new FormRule();
        files.forEach(form::checkFile);
        kamelets.forEach(kamelet -> new KameletRule(kamelet).checkForm(form));
        return form;
    }

    private static void names(RoutesFolder folder, List<Yaml> files, List<Kamelet> kamelets) {
        var names = new NamesRule();
        roots(folder.triage(), new ArrayList<>()).forEach(names::know);
        files.forEach(names::check);
        kamelets.forEach(kamelet -> names.check(kamelet.root()));
    }

    /** Everything that stands in a file, wherever. */
    private void texts(List<Yaml> files, List<Kamelet> kamelets) {
        var placeholders = new PlaceholdersRule(properties);
        for (var file : files) {
            SecretsRule.check(file);
            placeholders.check(file, Set.of());
        }
        for (var kamelet : kamelets) {
            SecretsRule.check(kamelet.root());
            placeholders.check(kamelet.root(), kamelet.parameterNames());
            new KameletRule(kamelet).check();
        }
    }

    /** What files say of each other; while one of them cannot be read, nothing is known to be missing. */
    private static void together(
            RoutesFolder folder,
            List<Yaml> files,
            List<WrittenRoute> routes,
            Collection<String> downstreams,
            boolean whole) {
        var failures = new FailuresRule();
        files.forEach(failures::know);
        failures.check(routes, folder);
        new SendsRule(routes, downstreams.stream().map(DOWNSTREAM::concat).toList()).check(routes, whole);
    }

    private static List<Yaml> roots(List<RouteFile> files, List<Problem> problems) {
        return files.stream()
                .flatMap(file -> Yaml.root(new Source(file, problems)).stream())
                .toList();
    }
}
