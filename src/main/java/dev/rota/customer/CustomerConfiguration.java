package dev.rota.customer;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what keeps the company's knowledge of its customers. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    Profiles profiles(JdbcClient jdbc, Clock clock) {
        return new Profiles(jdbc, clock);
    }

    @Bean
    ProfileImport profileImport(Profiles profiles) {
        return new ProfileImport(profiles);
    }
}
