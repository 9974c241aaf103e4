package dev.rota.flow.rules;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The rules as metrics. */
final class RulesMetrics implements MeterBinder {

    private final RuleReports reports;
    private final ActiveRules active;

    RulesMetrics(RuleReports reports, ActiveRules active) {
        this.reports = reports;
        this.active = active;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("rota.rules.swaps", active, ActiveRules::swaps)
                .description("how often other rules have come into force on this engine since its start")
                .register(registry);
        Gauge.builder("rota.rules.refused", reports, all -> all.now().refused().size())
                .description("engines whose folders have been refused, and are not mended yet")
                .register(registry);
        Gauge.builder("rota.rules.not.followed", reports, all -> all.now()
                        .notFollowed()
                        .size())
                .description("problems that keep this engine from working by the rules in force")
                .register(registry);
    }
}
