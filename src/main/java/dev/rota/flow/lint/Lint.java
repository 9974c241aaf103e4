package dev.rota.flow.lint;

import dev.rota.config.Adapter;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** The lint of the routes that are not rules: it starts nothing, and tells all problems at once. */
public final class Lint {

    private static final String DOWNSTREAM = "downstream.";
    private static final String KAMELET = ".kamelet.yaml";

    /** What this program holds does not change while it runs. */
    private static final Beans BEANS = Beans.ofEngine();

    private static final CamelCatalog CATALOG = new DefaultCamelCatalog(true);

    private final EngineProperties properties;
    private final RouteRules rules;

    /** @param properties what routes name in double braces */
    public Lint(EngineProperties properties) {
        this.properties = properties;
        this.rules = new RouteRules(CATALOG, BEANS, properties);
    }

    /**
     * The problems of the Kamelets among some files, and of their use.
     *
     * @param adapters where {@code config/} uses them
     */
    public List<Problem> ofAdapters(RuleFiles files, List<Adapter> adapters) {
        var problems = new ArrayList<>(files.problemsIn(RuleFiles.DOWNSTREAM));
        var kamelets = roots(kamelets(files, problems), problems).stream()
                .map(Kamelet::of)
                .toList();
        var form = new FormRule();
        kamelets.forEach(kamelet -> new KameletRule(kamelet).checkForm(form));
        var ofForm = problems.size();
        var names = new NamesRule();
        for (var kamelet : kamelets) {
            names.check(kamelet.root());
            new KameletRule(kamelet).check();
            QuestionsRule.check(kamelet.root());
            new NestedRule(kamelets).check(kamelet);
            texts(kamelet.root(), kamelet.parameterNames());
        }
        var bodies = new KameletBodies(adapters);
        var given = new LinkedHashMap<WrittenRoute, Given>();
        kamelets.forEach(kamelet -> kamelet.route().ifPresent(route -> given.put(route, bodies.of(kamelet))));
        each(List.copyOf(given.keySet()), given);
        problems.subList(ofForm, problems.size()).removeIf(form::explains);
        problems.addAll(new AdaptersRule(kamelets).problems(adapters));
        return problems.stream().distinct().toList();
    }

    /**
     * The problems of the route files that take effect at a restart, as they are now.
     *
     * @param files those that swap, whose ids are taken
     * @param adapters where {@code config/} uses a Kamelet; each has a route
     */
    public List<Problem> ofRoutes(Path routes, RuleFiles files, List<Adapter> adapters) {
        var folder = RoutesFolder.read(routes);
        var problems = folder.problems();
        var roots = roots(folder.files(), problems);
        var readable = problems.isEmpty();
        var form = new FormRule();
        roots.forEach(form::checkFile);
        var ofForm = problems.size();
        var names = new NamesRule();
        others(files).forEach(names::know);
        roots.forEach(names::check);
        roots.forEach(root -> texts(root, Set.of()));
        var written = roots.stream().flatMap(WrittenRoute::in).toList();
        if (readable) {
            var failures = new FailuresRule();
            roots.forEach(failures::know);
            failures.check(written, folder);
            var others = adapters.stream()
                    .map(adapter -> DOWNSTREAM + adapter.where())
                    .toList();
            new SendsRule(written, others).check(written, ofForm == 0);
        }
        each(written, Map.of());
        problems.subList(ofForm, problems.size()).removeIf(form::explains);
        return problems.stream().distinct().toList();
    }

    private void each(List<WrittenRoute> routes, Map<WrittenRoute, Given> given) {
        routes.forEach(rules::check);
        new Walk(routes, BEANS, properties).through(routes, given);
    }

    /** Everything that stands in a file, wherever. */
    private void texts(Yaml root, Set<String> parameters) {
        SecretsRule.check(root);
        JqRule.check(root);
        new PlaceholdersRule(properties).check(root, parameters);
    }

    private static List<RouteFile> kamelets(RuleFiles files, List<Problem> problems) {
        var kamelets = new ArrayList<RouteFile>();
        for (var file : files.in(RuleFiles.DOWNSTREAM)) {
            if (file.name().endsWith(KAMELET)) {
                kamelets.add(RouteFile.of(file));
            } else {
                problems.add(new Problem(file.path(), 1, "is not read; expected a name that ends in " + KAMELET));
            }
        }
        return kamelets;
    }

    /** Files that have a lint of their own. */
    private static List<Yaml> others(RuleFiles files) {
        var swapped = files.all().stream()
                .filter(file -> file.name().startsWith(RuleFiles.DOWNSTREAM)
                        || file.name().startsWith(RuleFiles.TRIAGE))
                .filter(file -> !file.name().startsWith(RuleFiles.TESTS))
                .map(RouteFile::of)
                .toList();
        return roots(swapped, new ArrayList<>());
    }

    private static List<Yaml> roots(List<RouteFile> files, List<Problem> problems) {
        return files.stream()
                .flatMap(file -> Yaml.root(new Source(file, problems)).stream())
                .toList();
    }
}
