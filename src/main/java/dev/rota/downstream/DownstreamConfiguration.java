package dev.rota.downstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Age;
import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.Erasable;
import dev.rota.desk.Gathering;
import dev.rota.desk.Kept;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the outbox together. */
@Configuration(proxyBeanMethods = false)
class DownstreamConfiguration {

    @Bean(destroyMethod = "close")
    DueDeliveries dueDeliveries(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Settled settled,
            Circuits circuits,
            ObjectMapper json,
            Gathering gathering,
            Clock clock) {
        var client = JdbcClient.create(jdbc);
        return new DueDeliveries(
                new Leases(client, new StoredCommands(json), clock),
                new Abandoned(client, transaction, settled, clock),
                circuits,
                new Overdue(client, transaction, settled, clock),
                new Settling(client, transaction, company, settled, clock),
                company,
                new Backoff(RandomGenerator.getDefault()),
                gathering,
                clock);
    }

    @Bean
    Circuits circuits(JdbcTemplate jdbc, Clock clock) {
        return new Circuits(JdbcClient.create(jdbc), clock);
    }

    @Bean
    OpenCircuits openCircuits(JdbcTemplate jdbc) {
        return new OpenCircuits(JdbcClient.create(jdbc));
    }

    @Bean
    CircuitMetrics circuitMetrics(Circuits circuits, Supplier<Company> company) {
        return new CircuitMetrics(circuits, company);
    }

    @Bean
    BacklogMetrics backlogMetrics(JdbcTemplate jdbc, Supplier<Company> company) {
        return new BacklogMetrics(JdbcClient.create(jdbc), company);
    }

    /** Its name makes it the component {@code circuits}. */
    @Bean
    CircuitsHealth circuitsHealthIndicator(OpenCircuits circuits) {
        return new CircuitsHealth(circuits);
    }

    @Bean
    Outgoing outgoing(JdbcTemplate jdbc, ObjectMapper json, Clock clock, DueDeliveries due) {
        return new Outbox(JdbcClient.create(jdbc), new StoredCommands(json), clock, due::stir);
    }

    @Bean
    ParkedDeliveries parkedDeliveries(JdbcTemplate jdbc, Clock clock, DueDeliveries due) {
        return new ParkedDeliveries(JdbcClient.create(jdbc), clock, due::stir);
    }

    @Bean
    Errands errands(ObjectMapper json, JdbcTemplate jdbc, Supplier<Company> company, Clock clock) {
        return new Errands(json, new Spending(JdbcClient.create(jdbc), company, clock), clock);
    }

    @Bean
    Outcomes outcomes(Clock clock) {
        return new Outcomes(clock);
    }

    /** What is still to be brought, and what somebody must look at, is not deleted. */
    @Bean
    Kept keptDeliveries() {
        return Kept.deleted(
                "deliveries", new Age(Duration.ofDays(90)), "delivery", "created_at", "delivery.state = 'done'");
    }

    /** A pace is forgotten when its credit is whole again, long before this. */
    @Bean
    Kept keptPaces() {
        return Kept.deletedInNoOrder("paces", new Age(Duration.ofDays(1)), "conversation_pace", "spent_until");
    }

    @Bean
    Erasable deliveryErasure(JdbcTemplate jdbc) {
        return new DeliveryErasure(JdbcClient.create(jdbc));
    }

    @Bean
    WebhookSignature webhookSignature(Clock clock) {
        return new WebhookSignature(clock);
    }
}
