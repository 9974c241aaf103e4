package dev.rota.config;

import dev.rota.desk.Company;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the company and the clock. */
@Configuration(proxyBeanMethods = false)
class ConfigConfiguration {

    /**
     * The company as {@code config/} says it at the start; an engine does not start on files with a problem. The
     * variables of placeholders may come from any of Spring's property sources.
     */
    @Bean
    Supplier<Company> company(@Value("${rota.config-dir}") Path folder, Environment environment) {
        var company = ConfigReader.read(folder, environment::getProperty).required();
        return () -> company;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
