package dev.rota.flow.downstream;

import dev.rota.config.Nearest;
import dev.rota.config.Problem;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.flow.triage.RouteSetRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Makes the adapters of a set of files, or refuses them with everything that is wrong. */
public final class AdapterCompiler {

    private static final String ENDING = ".kamelet.yaml";

    private final CamelContext engine;

    /** @param engine has the beans and the properties that Kamelets name */
    public AdapterCompiler(CamelContext engine) {
        this.engine = engine;
    }

    /**
     * Loads the Kamelets, and starts one for each downstream and each of those who are asked; nothing is sent.
     *
     * @throws RouteSetRefused with all problems
     */
    public Adapters compile(RuleFiles files, Company company) throws RouteSetRefused {
        var problems = new ArrayList<Problem>();
        var context = AdapterContext.create(files.hash(), engine, AllowedHosts.of(company));
        context.start();
        for (var file : files.in(RuleFiles.DOWNSTREAM)) {
            load(file, context).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            Adapter.of(company)
                    .forEach(adapter -> start(adapter, files, context).ifPresent(problems::add));
        }
        if (!problems.isEmpty()) {
            context.stop();
            throw new RouteSetRefused(problems);
        }
        return new Adapters(context, asked(files, company), Signatures.of(company, files));
    }

    /** Those downstreams whose Kamelets are asked question by question. */
    private static Map<String, Questionnaire> asked(RuleFiles files, Company company) {
        var asked = new HashMap<String, Questionnaire>();
        for (var file : files.in(RuleFiles.DOWNSTREAM)) {
            Questionnaire.of(file).ifPresent(questionnaire -> company.downstreams().values().stream()
                    .filter(each -> kamelet(file).equals(each.kamelet()))
                    .forEach(each -> asked.put(each.name(), questionnaire)));
        }
        return asked;
    }

    private static Optional<Problem> load(RuleFile file, DefaultCamelContext context) {
        if (!file.name().endsWith(ENDING)) {
            return Optional.of(new Problem(file.path(), 1, "is not read; expected a name that ends in " + ENDING));
        }
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromBytes(file.path(), file.bytes()));
            return Optional.empty();
        } catch (Exception e) {
            var root = rootOf(e);
            return Optional.of(new Problem(file.path(), lineOf(root), "is no Kamelet that Camel loads: " + said(root)));
        }
    }

    private static Optional<Problem> start(Adapter adapter, RuleFiles files, DefaultCamelContext context) {
        var known = kamelets(files);
        if (!known.contains(adapter.kamelet())) {
            return Optional.of(new Problem(
                    files.path(RuleFiles.CONFIG + adapter.file()),
                    1,
                    adapter.whom() + " has the kamelet '" + adapter.kamelet()
                            + "', but there is no " + files.path(RuleFiles.DOWNSTREAM) + adapter.kamelet() + ENDING
                            + Nearest.hint(adapter.kamelet(), known)));
        }
        var unsigned = Signatures.fault(adapter, files);
        if (unsigned.isPresent()) {
            return unsigned;
        }
        try {
            context.addRoutes(new AdapterRoute(adapter.taking(parameters(adapter, context))));
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(new Problem(
                    files.path(RuleFiles.DOWNSTREAM) + adapter.kamelet() + ENDING,
                    1,
                    "can't be started for " + adapter.whom() + ": " + adapter.withoutSecrets(said(rootOf(e)))));
        }
    }

    private static Set<String> parameters(Adapter adapter, DefaultCamelContext context) {
        var template = context.getRouteTemplateDefinition(adapter.kamelet());
        return Objects.requireNonNullElse(template.getTemplateParameters(), List.<RouteTemplateParameterDefinition>of())
                .stream()
                .map(RouteTemplateParameterDefinition::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> kamelets(RuleFiles files) {
        return files.in(RuleFiles.DOWNSTREAM).stream()
                .map(AdapterCompiler::kamelet)
                .collect(Collectors.toList());
    }

    private static String kamelet(RuleFile file) {
        return file.name().substring(RuleFiles.DOWNSTREAM.length()).replace(ENDING, "");
    }

    private static int lineOf(Throwable failure) {
        return failure instanceof MarkedYamlEngineException broken
                ? broken.getProblemMark().map(Mark::getLine).orElse(0) + 1
                : 1;
    }

    private static String said(Throwable failure) {
        var message = failure instanceof MarkedYamlEngineException broken ? broken.getProblem() : failure.getMessage();
        return String.valueOf(message)
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    @SuppressWarnings("ReferenceEquality") // some exceptions name themselves as their cause
    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
