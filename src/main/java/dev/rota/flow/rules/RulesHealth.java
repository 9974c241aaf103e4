package dev.rota.flow.rules;

import dev.rota.config.Problem;
import java.util.ArrayList;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** What of the rules asks for somebody's attention. It never says down: what is in force serves. */
final class RulesHealth extends AbstractHealthIndicator {

    private final RuleReports reports;

    RulesHealth(RuleReports reports) {
        super("the rules can't be reported");
        this.reports = reports;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var report = reports.now();
        var warnings = new ArrayList<String>();
        report.notFollowed().forEach(problem -> warnings.add("the rules in force can't be followed: " + problem));
        for (var refused : report.refused()) {
            for (var problem : refused.problems()) {
                warnings.add("rules " + refused.rules() + " of " + refused.engine() + " are refused: " + problem);
            }
        }
        report.atStart()
                .forEach(file -> warnings.add(file + " has changed, which takes effect when the engine starts"));
        report.atStartProblems().stream().map(Problem::toString).forEach(warnings::add);
        builder.up()
                .withDetail("rules", report.swap().rules())
                .withDetail("since", report.swap().at())
                .withDetail("engine", report.swap().engine())
                .withDetail("warnings", warnings);
    }
}
