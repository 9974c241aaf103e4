package dev.rota.flow.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.config.ConfigReader;
import dev.rota.config.InvalidConfig;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Company;
import dev.rota.desk.Kept;
import dev.rota.desk.Rules;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.downstream.DownstreamRoutes;
import dev.rota.flow.lint.EngineProperties;
import dev.rota.flow.lint.Lint;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rules that decide, the company that all else asks, and the watch over both. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    private final Path config;
    private final Path routes;

    RulesConfiguration(@Value("${rota.config-dir}") Path config, @Value("${rota.routes-dir}") Path routes) {
        this.config = config;
        this.routes = routes;
    }

    /** The variables of placeholders may come from any of Spring's property sources. */
    @Bean
    Placeholders placeholders(Environment environment) {
        return Placeholders.of(config, environment::getProperty);
    }

    @Bean
    RuleStore ruleStore(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock,
            @Value("${rota.engine}") String engine) {
        return new RuleStore(jdbc, transaction, json, clock, engine);
    }

    @Bean
    Kept keptRules() {
        return KeptFiles.KEPT;
    }

    /** The rules of past decisions. */
    @Bean
    RuleSets ruleSets(JdbcClient jdbc, Placeholders placeholders) {
        return new RuleSets(jdbc, placeholders);
    }

    @Bean
    Lint lint(ConfigurableEnvironment environment) {
        return new Lint(new EngineProperties(environment));
    }

    @Bean
    RuleSwaps ruleSwaps(RuleStore store, Placeholders placeholders, Lint lint, CamelContext camel, Gate gate) {
        return new RuleSwaps(store, new RuleCompiler(placeholders, lint), new AdapterCompiler(camel), gate);
    }

    /** Route files that take effect at a start are sound, or there is none: Camel would notice some faults never. */
    @Bean
    InitializingBean routesAreSound(Lint lint, RuleFiles begunWith, Placeholders placeholders) {
        return () -> {
            var adapters = ConfigReader.read(begunWith, placeholders).adapters();
            var problems = lint.ofRoutes(routes, begunWith, adapters);
            if (!problems.isEmpty()) {
                throw new InvalidConfig(problems);
            }
        };
    }

    /** The folders as they were when the engine began. */
    @Bean
    RuleFiles begunWith() {
        return read();
    }

    @Bean
    ActiveRules rules(RuleSwaps swaps, RuleFiles begunWith) throws RouteSetRefused {
        return new ActiveRules(swaps.begin(begunWith));
    }

    @Bean
    Supplier<Company> company(Supplier<Rules> rules) {
        return () -> rules.get().company();
    }

    @Bean
    DownstreamRoutes downstreamRoutes(ActiveRules rules) {
        return routes(rules.get().company(), rules);
    }

    @Bean(destroyMethod = "close")
    RuleWatch ruleWatch(
            RuleFiles begunWith,
            Placeholders placeholders,
            RuleSwaps swaps,
            ActiveRules rules,
            OtherFiles others,
            CamelContext camel,
            ApplicationEventPublisher listeners,
            Clock clock) {
        return new RuleWatch(
                this::read,
                begunWith.hash(),
                placeholders,
                swaps,
                rules,
                others,
                next -> {
                    routes(next.rules().company(), rules).addTo(camel);
                    listeners.publishEvent(next.rules());
                },
                clock);
    }

    @Bean
    OtherFiles otherFiles(Placeholders placeholders, Lint lint) {
        return new OtherFiles(() -> RuleFolders.readOthers(config, routes), () -> {
            var files = read();
            return lint.ofRoutes(
                    routes, files, ConfigReader.read(files, placeholders).adapters());
        });
    }

    @Bean
    RuleReports ruleReports(ActiveRules rules, RuleWatch watch, RuleStore store, OtherFiles others) {
        return () -> {
            var changed = others.changed();
            return new RuleReport(
                    rules.now().swap(), watch.notFollowed(), store.refused(), changed.files(), changed.problems());
        };
    }

    /** Its name makes it the component {@code rules}. */
    @Bean
    RulesHealth rulesHealthIndicator(RuleReports reports) {
        return new RulesHealth(reports);
    }

    @Bean
    RulesMetrics rulesMetrics(RuleReports reports, ActiveRules rules) {
        return new RulesMetrics(reports, rules);
    }

    /** Other rules come into force only where the engine stands as a whole. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> watchRules(RuleWatch watch) {
        return started -> watch.start();
    }

    private RuleFiles read() {
        return RuleFolders.read(config, routes);
    }

    private static DownstreamRoutes routes(Company company, ActiveRules rules) {
        var adapters = company.downstreams().values().stream()
                .flatMap(downstream -> downstream.adapters().stream())
                .collect(Collectors.toSet());
        return new DownstreamRoutes(adapters, rules::adapters);
    }
}
