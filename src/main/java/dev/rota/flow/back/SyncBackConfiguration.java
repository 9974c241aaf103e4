package dev.rota.flow.back;

import dev.rota.flow.rules.ActiveRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the way back needs of Camel. */
@Configuration(proxyBeanMethods = false)
class SyncBackConfiguration {

    @Bean
    CallbackSignatures callbackSignatures(ActiveRules rules) {
        return new CallbackSignatures(rules::adapters);
    }

    /** What Kamelets gather several answers with. */
    @Bean
    NewsLists newsLists() {
        return new NewsLists();
    }
}
