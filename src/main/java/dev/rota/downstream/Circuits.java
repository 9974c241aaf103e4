package dev.rota.downstream;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Downstream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The circuit breakers of all channels, shared by all engines: one that fails again and again, asks to be left alone, or
 * can't be used at all is asked by nobody until a single delivery, on whichever engine, has tried and come through.
 */
final class Circuits {

    private static final Logger log = LoggerFactory.getLogger(Circuits.class);
    private static final int FAILURES = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final String OPEN =
            """
            INSERT INTO open_circuit AS c (downstream, since, reason, probe_at)
            VALUES (:downstream, :now, :reason, :probeAt)
            ON CONFLICT (downstream) DO UPDATE
            SET reason = excluded.reason, probe_at = greatest(c.probe_at, excluded.probe_at)
            RETURNING xmax = 0 AS opened
            """;

    private static final String PROBE =
            """
            UPDATE open_circuit SET probes = probes + 1, probe_at = :next
            WHERE downstream = :downstream AND probe_at <= :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private volatile Map<String, Open> open = Map.of();
    private volatile Instant looked = Instant.MIN;

    Circuits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nobody may ask this channel now, but for a single probe. */
    boolean isOpen(String downstream) {
        return lookedUp().containsKey(downstream);
    }

    /** Whether this engine may send the one delivery that tries an open circuit. */
    boolean mayProbe(String downstream) {
        var circuit = lookedUp().get(downstream);
        var now = clock.instant();
        return circuit != null && !circuit.probeAt().isAfter(now) && probe(circuit, now);
    }

    /** What replies need may have been mended: the next of each number tries in a moment. */
    void tryAgain() {
        jdbc.sql("UPDATE open_circuit SET probe_at = least(probe_at, :soon) WHERE starts_with(downstream, :replies)")
                .param("soon", at(clock.instant().plusSeconds(1)))
                .param("replies", Downstream.WHATSAPP)
                .update();
        looked = Instant.MIN;
    }

    /** Learns from the outcome of one attempt; while the database is away nothing is taken anyway. */
    void heard(String downstream, DeliveryOutcome outcome) {
        try {
            learn(downstream, outcome);
        } catch (DataAccessException e) {
            log.warn(
                    "{}: the circuit stays as it is ({})",
                    downstream,
                    e.getClass().getSimpleName());
        }
    }

    private void learn(String downstream, DeliveryOutcome outcome) {
        if (outcome instanceof Closed closed) {
            open(downstream, closed.reason(), closed.after() == null ? LONGEST_PAUSE : closed.after());
        } else if (outcome instanceof Retry retry && retry.after() == null) {
            failed(downstream, retry.reason());
        } else if (outcome instanceof Ambiguous ambiguous) {
            failed(downstream, ambiguous.reason());
        } else {
            answered(downstream);
        }
    }

    /** Every open circuit, by downstream. */
    List<Open> all() {
        return jdbc.sql("SELECT * FROM open_circuit ORDER BY downstream")
                .query((row, n) -> new Open(
                        row.getString("downstream"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason"),
                        row.getInt("probes"),
                        row.getTimestamp("probe_at").toInstant()))
                .list();
    }

    private Map<String, Open> lookedUp() {
        var now = clock.instant();
        if (looked.plus(LOOK_EVERY).isBefore(now)) {
            var found = new HashMap<String, Open>();
            all().forEach(circuit -> found.put(circuit.downstream(), circuit));
            open = found;
            looked = now;
        }
        return open;
    }

    /** Of several engines that try at the same time one may. */
    private boolean probe(Open circuit, Instant now) {
        looked = Instant.MIN;
        return jdbc.sql(PROBE)
                        .param("next", at(now.plus(pause(circuit.probes() + 1))))
                        .param("downstream", circuit.downstream())
                        .param("now", at(now))
                        .update()
                > 0;
    }

    private void failed(String downstream, String reason) {
        var count = failures.merge(downstream, 1, Integer::sum);
        if (count >= FAILURES && !open.containsKey(downstream)) {
            open(downstream, reason, pause(0));
        }
    }

    private void open(String downstream, String reason, Duration pause) {
        var now = clock.instant();
        var opened = jdbc.sql(OPEN)
                .param("downstream", downstream)
                .param("now", at(now))
                .param("reason", reason)
                .param("probeAt", at(now.plus(pause)))
                .query((row, n) -> row.getBoolean("opened"))
                .single();
        looked = Instant.MIN;
        if (opened) {
            log.error("deliveries to {} wait: {}", downstream, reason);
        }
    }

    private void answered(String downstream) {
        failures.remove(downstream);
        if (open.containsKey(downstream)) {
            var closed = jdbc.sql("DELETE FROM open_circuit WHERE downstream = :downstream")
                    .param("downstream", downstream)
                    .update();
            looked = Instant.MIN;
            if (closed > 0) {
                log.info("deliveries to {} go on", downstream);
            }
        }
    }

    /** Doubles from one second with each probe. */
    private static Duration pause(int probes) {
        var doubled = Duration.ofSeconds(1L << Math.min(probes, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A channel that can't be used.
     *
     * @param probes how many deliveries have tried since
     * @param probeAt when the next one may
     */
    record Open(String downstream, Instant since, String reason, int probes, Instant probeAt) {}
}
