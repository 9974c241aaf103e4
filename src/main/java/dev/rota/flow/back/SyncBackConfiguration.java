package dev.rota.flow.back;

import dev.rota.flow.rules.ActiveRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what checks the calls of downstreams. */
@Configuration(proxyBeanMethods = false)
class SyncBackConfiguration {

    @Bean
    CallbackSignatures callbackSignatures(ActiveRules rules) {
        return new CallbackSignatures(rules::adapters);
    }
}
