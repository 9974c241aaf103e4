package dev.rota.flow.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine behind {@code platform-http:} in routes; Camel finds it by its name, and leaves it to us to stop it. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean(name = "platform-http-engine", destroyMethod = "stop")
    VertxHttpEngine platformHttpEngine(
            @Value("${rota.bind}") String host,
            @Value("${rota.webhook-port}") int port,
            Clock clock,
            MeterRegistry meters) {
        return new VertxHttpEngine(DoorSettings.of(host, port), new Calls(clock), new Answers(meters));
    }
}
