package dev.rota.flow.lookup;

import dev.rota.customer.Crm;
import dev.rota.customer.Guesses;
import dev.rota.desk.Downstream;
import dev.rota.flow.rules.ActiveRules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes those who are asked before a decision; while nobody is set up, not even a thread is made for them. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    LookupAnswers lookupAnswers() {
        return new LookupAnswers(Duration.ofSeconds(5));
    }

    @Bean
    ChatMessages chatMessages() {
        return new ChatMessages();
    }

    @Bean
    LookupThreads lookupThreads() {
        return new LookupThreads();
    }

    @Bean
    Crm crm(ActiveRules rules, LookupThreads threads) {
        return new Crm(new AdapterLine<>(Downstream.CRM, rules::adapters, threads.asking()), threads.after());
    }

    @Bean
    Guesses guesses(ActiveRules rules, LookupThreads threads) {
        return new Guesses(new AdapterLine<>(Downstream.MODEL, rules::adapters, threads.asking()), threads.after());
    }
}
