package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.downstream.Outcomes;
import dev.rota.flow.Bounded;
import dev.rota.flow.HttpHeaders;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the Kamelets of helpdesks what they refer to by name. */
@Configuration(proxyBeanMethods = false)
class HelpdeskConfiguration {

    private static final int LONGEST_ANSWER = 1024 * 1024;

    @Bean
    HelpdeskCalls helpdeskCalls(ObjectMapper json) {
        return new HelpdeskCalls(json);
    }

    @Bean
    HelpdeskAnswers helpdeskAnswers(ObjectMapper json, Outcomes outcomes) {
        return new HelpdeskAnswers(json, outcomes, new Bounded(LONGEST_ANSWER, Duration.ofSeconds(20)));
    }

    @Bean
    KafkaOutcomes kafkaOutcomes(Outcomes outcomes) {
        return new KafkaOutcomes(outcomes);
    }

    /** A command as a CloudEvent in binary mode, signed after Standard Webhooks. */
    @Bean
    HeaderFilterStrategy ticketHeaders() {
        return new HttpHeaders(
                Set.of(
                        "Content-Type",
                        "Idempotency-Key",
                        "ce-specversion",
                        "ce-id",
                        "ce-source",
                        "ce-type",
                        "ce-subject",
                        "webhook-id",
                        "webhook-timestamp",
                        "webhook-signature"),
                Set.of("Content-Type", "Retry-After"));
    }

    /** Each helpdesk has a header of its own for credentials; whatever a Kamelet sets may leave, and nothing else is there. */
    @Bean
    HeaderFilterStrategy helpdeskHeaders() {
        return HttpHeaders.asSet(Set.of("Content-Type", "Retry-After"));
    }
}
