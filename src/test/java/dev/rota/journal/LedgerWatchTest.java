package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.ExampleCompany;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;

/** What health and metrics say of the ledger. */
class LedgerWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<LedgerFigures.OfNumber> numbers = new ArrayList<>();
    private final AtomicInteger read = new AtomicInteger();
    private final Balances balances = new Balances(this::figures, ExampleCompany::get, CLOCK, Duration.ofHours(24));

    private LedgerFigures figures() {
        read.incrementAndGet();
        var parked = numbers.stream().mapToLong(LedgerFigures.OfNumber::parked).sum();
        var oldest = numbers.stream()
                .mapToLong(LedgerFigures.OfNumber::oldestPendingSeconds)
                .max()
                .orElse(0);
        return new LedgerFigures(0, 0, parked, 0, oldest, numbers);
    }

    private static LedgerFigures.OfNumber number(String id, long parked, long oldest, @Nullable Instant lastAt) {
        return new LedgerFigures.OfNumber(id, parked + 1, 0, 0, parked, 1, oldest, lastAt);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-24T11:59:00Z, -",
                "2026-11-23T12:00:00Z, -",
                "2026-11-23T10:00:00Z, no webhook has come for number 'vendas' for 26 h: is the app subscribed",
                "2026-11-20T10:00:00Z, no webhook has come for number 'vendas' for 4 days: is the app subscribed"
            })
    void a_number_is_silent_when_nothing_has_come_for_a_day(Instant last, @Nullable String sentence) {
        numbers.add(number("101", 0, 0, last));

        var silent = balances.now().numbers().stream()
                .filter(one -> "vendas".equals(one.number()))
                .findAny()
                .orElseThrow()
                .silent();

        if (sentence == null) {
            assertThat(silent).isNull();
        } else {
            assertThat(silent).startsWith(sentence).contains("POST /{WABA_ID}/subscribed_apps");
        }
    }

    @Test
    void health_stays_up_and_warns_of_what_is_parked_late_silent_or_unknown() {
        numbers.add(number("101", 2, 61, NOW));
        numbers.add(number("999", 0, 0, NOW));

        var health = new LedgerHealth(balances).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(String.valueOf(health.getDetails().get("warnings")))
                .contains(
                        "2 events are parked", "waited for 61 s", "number 'suporte' yet", "not in config/numbers.yaml")
                .doesNotContain("999");
    }

    @Test
    void metrics_have_names_of_numbers_only_and_are_read_from_the_database_once_for_all() {
        numbers.add(number("101", 2, 61, NOW.minusSeconds(5)));
        numbers.add(number("998", 1, 0, NOW.minusSeconds(9)));
        numbers.add(number("999", 1, 0, NOW.minusSeconds(8)));
        var registry = new SimpleMeterRegistry();
        new LedgerMetrics(balances, ExampleCompany::get, CLOCK).bindTo(registry);

        assertThat(registry.get("rota.parked").tag("number", "vendas").gauge().value())
                .isEqualTo(2);
        assertThat(registry.get("rota.parked").tag("number", "unknown").gauge().value())
                .isEqualTo(2);
        assertThat(registry.get("rota.last.delivery.seconds")
                        .tag("number", "unknown")
                        .gauge()
                        .value())
                .isEqualTo(8);
        assertThat(registry.get("rota.last.delivery.seconds")
                        .tag("number", "suporte")
                        .gauge()
                        .value())
                .isNaN();
        assertThat(registry.get("rota.events.oldest.pending.seconds")
                        .tag("number", "vendas")
                        .gauge()
                        .value())
                .isEqualTo(61);
        assertThat(registry.get("rota.events")
                        .tags("number", "vendas", "figure", "received")
                        .functionCounter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.getMeters().toString()).doesNotContain("101", "998", "999");
        assertThat(read.get()).isEqualTo(1);
    }

    @Test
    void the_sweep_counts_the_numbers_that_do_not_balance() {
        numbers.add(number("101", 2, 0, NOW));
        var sweep = new LedgerSweep(this::figures);
        var registry = new SimpleMeterRegistry();
        sweep.bindTo(registry);
        assertThat(sweep.sweep()).isZero();

        numbers.add(new LedgerFigures.OfNumber("102", 5, 0, 4, 0, 0, 0, NOW));

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(registry.get("rota.invariant.violations").gauge().value()).isEqualTo(1);
    }
}
