package dev.rota.flow.rules;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Company;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the rules that decide, and the company that all else asks. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    /** The variables of placeholders may come from any of Spring's property sources. */
    @Bean
    Placeholders placeholders(@Value("${rota.config-dir}") Path config, Environment environment) {
        return Placeholders.of(config, environment::getProperty);
    }

    /** An engine does not start on files with a problem. */
    @Bean
    ActiveRules rules(
            Placeholders placeholders,
            @Value("${rota.config-dir}") Path config,
            @Value("${rota.routes-dir}") Path routes)
            throws RouteSetRefused {
        return new ActiveRules(new RuleCompiler(placeholders).compile(RuleFolders.read(config, routes)));
    }

    @Bean
    Supplier<Company> company(ActiveRules rules) {
        return () -> rules.get().company();
    }
}
