package dev.rota.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the clock. */
@Configuration(proxyBeanMethods = false)
class ConfigConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
