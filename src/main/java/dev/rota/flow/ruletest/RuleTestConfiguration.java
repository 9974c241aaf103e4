package dev.rota.flow.ruletest;

import dev.rota.flow.rules.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the gate before rules that swap. */
@Configuration(proxyBeanMethods = false)
class RuleTestConfiguration {

    @Bean
    Gate gate() {
        return new RuleTestGate();
    }
}
