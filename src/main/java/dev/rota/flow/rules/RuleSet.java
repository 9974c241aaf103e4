package dev.rota.flow.rules;

import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import dev.rota.flow.triage.RouteSet;
import dev.rota.routing.Branch;
import java.util.List;

/** What the files that swap as one were compiled into; named by their content. */
public final class RuleSet implements AutoCloseable {

    private final RuleFiles files;
    private final Rules rules;
    private final RouteSet routes;

    RuleSet(RuleFiles files, Company company, RouteSet routes) {
        this.files = files;
        this.rules = new Rules(routes.hash(), company, routes);
        this.routes = routes;
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

    @Override
    public void close() {
        routes.close();
    }
}
