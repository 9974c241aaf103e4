package dev.rota.flow.rules;

import dev.rota.config.ConfigReader;
import dev.rota.config.Placeholders;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.downstream.Adapters;
import dev.rota.flow.lint.Lint;
import dev.rota.flow.triage.RouteSet;
import dev.rota.flow.triage.RouteSetCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.flow.triage.TriageLint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the files that swap as one, or refuses them with everything that is wrong. */
public final class RuleCompiler {

    private final Placeholders placeholders;
    private final @Nullable Lint lint;

    /**
     * For what decides and brings nothing.
     *
     * @param placeholders the secrets of this machine
     */
    public RuleCompiler(Placeholders placeholders) {
        this(placeholders, null);
    }

    /** @param lint of what brings tickets */
    RuleCompiler(Placeholders placeholders, @Nullable Lint lint) {
        this.placeholders = placeholders;
        this.lint = lint;
    }

    /**
     * Compiles what an engine works with.
     *
     * @param adapters makes what brings tickets
     * @throws RouteSetRefused with all problems, a placeholder without a value among them
     */
    RuleSet compile(RuleFiles files, AdapterCompiler adapters) throws RouteSetRefused {
        return compiled(files, adapters);
    }

    /**
     * Compiles what decides and brings nothing, whatever secrets this machine lacks.
     *
     * @throws RouteSetRefused with all problems
     */
    public RuleSet compileToDecide(RuleFiles files) throws RouteSetRefused {
        return compiled(files, null);
    }

    private RuleSet compiled(RuleFiles files, @Nullable AdapterCompiler adapters) throws RouteSetRefused {
        var reading = ConfigReader.read(files, placeholders);
        var problems = new ArrayList<>(reading.problems());
        if (adapters != null) {
            problems.addAll(reading.warnings());
        }
        var faults = lint == null ? List.<Problem>of() : lint.ofAdapters(files, reading.adapters());
        problems.addAll(faults);
        var company = reading.company();
        if (company == null) {
            problems.addAll(TriageLint.check(files, reading.names()));
            throw new RouteSetRefused(problems);
        }
        var routes = routes(files, company, problems);
        var startable = reading.warnings().isEmpty() && faults.isEmpty();
        var brings = adapters == null || !startable ? null : adapters(adapters, files, company, problems);
        if (routes != null && problems.isEmpty()) {
            return new RuleSet(files, company, routes, brings);
        }
        if (routes != null) {
            routes.close();
        }
        if (brings != null) {
            brings.close();
        }
        throw new RouteSetRefused(problems);
    }

    private static @Nullable RouteSet routes(RuleFiles files, Company company, List<Problem> problems) {
        try {
            return new RouteSetCompiler().compile(files, company);
        } catch (RouteSetRefused e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private static @Nullable Adapters adapters(
            AdapterCompiler compiler, RuleFiles files, Company company, List<Problem> problems) {
        try {
            return compiler.compile(files, company);
        } catch (RouteSetRefused e) {
            problems.addAll(e.problems());
            return null;
        }
    }
}
