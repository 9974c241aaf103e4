package dev.rota.flow.rules;

import dev.rota.config.ConfigReader;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFiles;
import dev.rota.flow.triage.RouteSetCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import java.util.ArrayList;

/** Compiles the files that swap as one, or refuses them with everything that is wrong. */
public final class RuleCompiler {

    private final Placeholders placeholders;

    /** @param placeholders the secrets of this machine */
    public RuleCompiler(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Compiles files that an engine works with.
     *
     * @throws RouteSetRefused with all problems, a placeholder without a value among them
     */
    public RuleSet compile(RuleFiles files) throws RouteSetRefused {
        return compile(files, true);
    }

    /**
     * Compiles files that decide, and do nothing else: whatever secrets this machine lacks.
     *
     * @throws RouteSetRefused with all problems
     */
    public RuleSet compileToDecide(RuleFiles files) throws RouteSetRefused {
        return compile(files, false);
    }

    private RuleSet compile(RuleFiles files, boolean withSecrets) throws RouteSetRefused {
        var reading = ConfigReader.read(files, placeholders);
        var problems = new ArrayList<>(reading.problems());
        if (withSecrets) {
            problems.addAll(reading.warnings());
        }
        var company = reading.company();
        if (company == null) {
            throw new RouteSetRefused(problems);
        }
        var routes = new RouteSetCompiler().compile(files, company);
        if (!problems.isEmpty()) {
            routes.close();
            throw new RouteSetRefused(problems);
        }
        return new RuleSet(files, company, routes);
    }
}
