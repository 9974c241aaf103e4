package dev.rota.flow.rules;

import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import dev.rota.flow.downstream.Adapters;
import dev.rota.flow.triage.RouteSet;
import dev.rota.routing.Branch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the files that swap as one were compiled into; named by their content. */
public final class RuleSet implements AutoCloseable {

    private final RuleFiles files;
    private final Rules rules;
    private final RouteSet routes;
    private final @Nullable Adapters adapters;

    RuleSet(RuleFiles files, Company company, RouteSet routes, @Nullable Adapters adapters) {
        this.files = files;
        this.rules = new Rules(routes.hash(), company, routes);
        this.routes = routes;
        this.adapters = adapters;
    }

    /** The files as they were read. */
    public RuleFiles files() {
        return files;
    }

    /** What decides by them. */
    public Rules rules() {
        return rules;
    }

    /** Every way through the choices of its rules. */
    public List<Branch> branches() {
        return routes.branches();
    }

    /** What brings tickets and copies by them. */
    Adapters adapters() {
        return Objects.requireNonNull(adapters, "this set decides and brings nothing");
    }

    /** Ends when what it has begun has ended. */
    @Override
    public void close() {
        routes.close();
        if (adapters != null) {
            adapters.close();
        }
    }
}
