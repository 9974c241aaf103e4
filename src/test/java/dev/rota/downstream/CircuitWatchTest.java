package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Rules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever watches is told which channel is closed, since when, and what mends it. */
class CircuitWatchTest {

    private static final Closed NO_TOKEN = new Closed("put a new token in its place", null);

    private final HikariDataSource source = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final Circuits circuits = new Circuits(JdbcClient.create(source), clock);
    private final CircuitMetrics metrics = new CircuitMetrics(circuits, ExampleCompany::get);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void health_stays_up_and_names_the_remedy() {
        var health = new CircuitsHealth(new OpenCircuits(JdbcClient.create(source)));
        assertThat(health.health().getDetails()).containsEntry("open", 0);

        circuits.heard("whatsapp.vendas", null, NO_TOKEN);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(String.valueOf(health.health().getDetails().get("warnings")))
                .isEqualTo(
                        "[0 deliveries to whatsapp.vendas wait since 2026-11-24T12:00:00Z: put a new token in its place]");
    }

    @Test
    void each_channel_has_a_figure_and_a_new_secret_is_tried_within_a_second() {
        var registry = new SimpleMeterRegistry();
        metrics.bindTo(registry);
        circuits.heard("whatsapp.vendas", null, NO_TOKEN);
        clock.pass(Duration.ofSeconds(1));
        assertThat(open(registry, "whatsapp.vendas")).isEqualTo(1);
        assertThat(open(registry, "whatsapp.suporte")).isZero();
        assertThat(circuits.probe("whatsapp.vendas")).isEmpty();

        metrics.follow(new Rules("other", ExampleCompany.get(), inquiry -> {
            throw new AssertionError("nothing is decided here");
        }));
        clock.pass(Duration.ofSeconds(1));
        assertThat(circuits.probe("whatsapp.vendas")).isPresent();
    }

    private static double open(SimpleMeterRegistry registry, String downstream) {
        return registry.get("rota.circuit.open")
                .tag("downstream", downstream)
                .gauge()
                .value();
    }
}
