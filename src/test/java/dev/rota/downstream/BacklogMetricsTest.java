package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.database.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BacklogMetricsTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void what_is_to_be_done_and_what_was_given_up_is_counted_by_downstream_both_ways() {
        PlainDownstream.store(jdbc, 5, Instant.parse("2026-11-24T12:00:00Z"));
        jdbc.sql("UPDATE delivery SET state = 'parked' WHERE id IN (SELECT id FROM delivery ORDER BY id LIMIT 2)")
                .update();
        jdbc.sql("UPDATE delivery SET state = 'sending' WHERE id = (SELECT max(id) FROM delivery)")
                .update();
        call("working");
        call("due");
        call("parked");

        new BacklogMetrics(jdbc, () -> PlainDownstream.company(1, null)).bindTo(registry);

        assertThat(gauge("rota.deliveries", "due")).isEqualTo(3);
        assertThat(gauge("rota.deliveries", "parked")).isEqualTo(2);
        assertThat(gauge("rota.deliveries", "ambiguous")).isZero();
        assertThat(gauge("rota.callbacks", "due")).isEqualTo(2);
        assertThat(gauge("rota.callbacks", "parked")).isEqualTo(1);
    }

    private void call(String state) {
        jdbc.sql("INSERT INTO callback (downstream, received_at, polled, body, state, not_before)"
                        + " VALUES ('helpdesk', now(), false, '', :state, now())")
                .param("state", state)
                .update();
    }

    private double gauge(String name, String state) {
        return registry.get(name)
                .tag("downstream", "helpdesk")
                .tag("state", state)
                .gauge()
                .value();
    }
}
