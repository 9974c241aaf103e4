package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Circuits of downstreams, seen by two engines on one database with a clock that the test moves. */
class CircuitsTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final DeliveryOutcome DONE = new Delivered("1", null, "created");
    private static final DeliveryOutcome BROKEN = new Retry("the downstream answered 503", null);
    private static final DeliveryOutcome BUSY = new Closed("the downstream answered 429", Duration.ofMinutes(5));

    private final HikariDataSource source = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock(START);
    private final Circuits circuits = new Circuits(JdbcClient.create(source), clock);
    private final Circuits others = new Circuits(JdbcClient.create(source), clock);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void after_five_failures_nobody_asks_until_one_probe_on_one_engine_comes_through() {
        fails();
        assertThat(circuits.isOpen("helpdesk")).isTrue();
        assertThat(circuits.probe("helpdesk")).isEmpty();

        clock.pass(SECOND);
        var probe = others.probe("helpdesk");
        assertThat(probe).isPresent();
        assertThat(circuits.probe("helpdesk")).isEmpty();

        others.heard("helpdesk", probe.get(), DONE);
        clock.pass(SECOND);
        assertThat(others.isOpen("helpdesk")).isFalse();
        assertThat(circuits.isOpen("helpdesk")).isFalse();
    }

    @Test
    void an_answer_between_failures_keeps_the_circuit_closed() {
        for (var n = 0; n < 20; n++) {
            circuits.heard("helpdesk", null, n % 4 == 3 ? DONE : BROKEN);
        }
        assertThat(circuits.isOpen("helpdesk")).isFalse();
    }

    @Test
    void whoever_asks_to_be_left_alone_is_left_alone_as_long_as_asked() {
        circuits.heard("helpdesk", null, BUSY);
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(circuits.probe("helpdesk")).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(circuits.probe("helpdesk")).isPresent();
    }

    @Test
    void what_was_on_its_way_when_the_circuit_opened_does_not_close_it() {
        circuits.heard("helpdesk", null, BUSY);
        circuits.heard("helpdesk", null, DONE);
        others.heard("helpdesk", null, DONE);

        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(circuits.isOpen("helpdesk")).isTrue();
        assertThat(circuits.probe("helpdesk")).isEmpty();
    }

    @Test
    void while_a_probe_waits_for_its_answer_nobody_else_asks_and_after_its_lease_somebody_may() {
        fails();
        clock.pass(SECOND);
        assertThat(circuits.probe("helpdesk")).isPresent();

        clock.pass(Leases.LEASE.minusMillis(1));
        assertThat(others.probe("helpdesk")).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(others.probe("helpdesk")).isPresent();
    }

    @Test
    void probes_in_vain_come_after_longer_and_longer_pauses_up_to_half_a_minute() {
        fails();
        for (var pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            clock.pass(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(circuits.probe("helpdesk")).isEmpty();
            clock.pass(Duration.ofMillis(1));
            circuits.heard("helpdesk", circuits.probe("helpdesk").orElseThrow(), BROKEN);
        }
    }

    @Test
    void
            a_probe_that_is_asked_for_more_time_gives_it_and_so_does_one_that_comes_through_beside_somebody_who_was_asked() {
        fails();
        clock.pass(SECOND);
        circuits.heard("helpdesk", circuits.probe("helpdesk").orElseThrow(), BUSY);
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(circuits.probe("helpdesk")).isEmpty();

        clock.pass(SECOND);
        var probe = circuits.probe("helpdesk").orElseThrow();
        others.heard("helpdesk", null, BUSY);
        circuits.heard("helpdesk", probe, DONE);
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(circuits.isOpen("helpdesk")).isTrue();
        assertThat(circuits.probe("helpdesk")).isEmpty();
    }

    @Test
    void a_probe_without_a_delivery_does_not_count_and_is_asked_for_again_in_a_second() {
        fails();
        clock.pass(SECOND);
        circuits.unused(circuits.probe("helpdesk").orElseThrow());
        assertThat(circuits.all())
                .singleElement()
                .extracting(Circuits.Open::probes)
                .isEqualTo(0);
        clock.pass(SECOND);
        assertThat(circuits.probe("helpdesk")).isPresent();
    }

    @Test
    void one_refused_token_stops_the_channel_alone_and_its_probes_come_every_half_minute() {
        var refused = new Closed("Meta refused the token", null);
        circuits.heard("whatsapp.suporte", null, refused);
        assertThat(circuits.isOpen("whatsapp.vendas")).isFalse();

        for (var second = 0; second < 600; second++) {
            clock.pass(SECOND);
            circuits.probe("whatsapp.suporte").ifPresent(probe -> circuits.heard("whatsapp.suporte", probe, refused));
        }
        assertThat(circuits.all()).singleElement().satisfies(open -> {
            assertThat(open.probes()).isEqualTo(20);
            assertThat(open.since()).isEqualTo(START);
            assertThat(open.reason()).isEqualTo("Meta refused the token");
        });
    }

    private void fails() {
        for (var n = 0; n < 5; n++) {
            assertThat(circuits.isOpen("helpdesk")).isFalse();
            circuits.heard("helpdesk", null, BROKEN);
        }
    }
}
