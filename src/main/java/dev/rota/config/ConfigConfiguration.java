package dev.rota.config;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the company and the clock. */
@Configuration(proxyBeanMethods = false)
class ConfigConfiguration {

    /**
     * The company; an engine does not start on files with a problem. The variables of placeholders may come from any of
     * Spring's property sources.
     */
    @Bean
    LiveCompany company(@Value("${rota.config-dir}") Path folder, Environment environment) {
        return LiveCompany.of(folder, environment::getProperty);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
