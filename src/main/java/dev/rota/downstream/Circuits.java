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
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    /** Reserved for as long as a delivery is leased: if whoever tries dies, somebody else may after that. */
    private static final String PROBE =
            """
            UPDATE open_circuit SET probes = probes + 1, probe_at = :until
            WHERE downstream = :downstream AND probe_at <= :now
            """;

    private static final String UNUSED =
            """
            UPDATE open_circuit SET probes = probes - 1, probe_at = :next
            WHERE downstream = :downstream AND probe_at = :until
            """;

    /** Whoever was heard meanwhile may have asked for more time. */
    private static final String IN_VAIN =
            """
            UPDATE open_circuit
            SET reason = :reason, probe_at = CASE WHEN probe_at > :until THEN greatest(probe_at, :next) ELSE :next END
            WHERE downstream = :downstream
            """;

    private static final String CLOSE =
            "DELETE FROM open_circuit WHERE downstream = :downstream AND probe_at <= :until";

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

    /** The leave to send the one delivery that tries an open circuit; of several engines that ask at a time one has it. */
    Optional<Probe> probe(String downstream) {
        var circuit = lookedUp().get(downstream);
        var now = clock.instant();
        if (circuit == null || circuit.probeAt().isAfter(now)) {
            return Optional.empty();
        }
        var probe = new Probe(downstream, now.plus(Leases.LEASE).truncatedTo(ChronoUnit.MICROS), circuit.probes() + 1);
        looked = Instant.MIN;
        var ours = jdbc.sql(PROBE)
                .param("until", at(probe.until()))
                .param("downstream", downstream)
                .param("now", at(now))
                .update();
        return ours == 0 ? Optional.empty() : Optional.of(probe);
    }

    /** Nothing was due that could try. */
    void unused(Probe probe) {
        jdbc.sql(UNUSED)
                .param("next", at(clock.instant().plus(pause(0))))
                .param("downstream", probe.downstream())
                .param("until", at(probe.until()))
                .update();
        looked = Instant.MIN;
    }

    /** What replies need may have been mended: the next of each number tries in a moment. */
    void tryAgain() {
        jdbc.sql("UPDATE open_circuit SET probe_at = least(probe_at, :soon) WHERE starts_with(downstream, :replies)")
                .param("soon", at(clock.instant().plusSeconds(1)))
                .param("replies", Downstream.WHATSAPP)
                .update();
        looked = Instant.MIN;
    }

    /**
     * Learns from the outcome of one attempt; while the database is away nothing is taken anyway.
     *
     * @param probe the leave that it had, where the circuit was open; what was on its way before closes no circuit
     */
    void heard(String downstream, @Nullable Probe probe, DeliveryOutcome outcome) {
        try {
            var failure = failure(outcome, probe);
            if (failure == null) {
                answered(downstream, probe);
            } else if (probe != null) {
                inVain(probe, failure);
            } else if (outcome instanceof Closed || failures.merge(downstream, 1, Integer::sum) >= FAILURES) {
                open(downstream, failure);
            }
        } catch (DataAccessException e) {
            log.warn(
                    "{}: the circuit stays as it is ({})",
                    downstream,
                    e.getClass().getSimpleName());
        }
    }

    /** What the outcome says of the whole channel; null where it is of use. */
    private static @Nullable Failure failure(DeliveryOutcome outcome, @Nullable Probe probe) {
        var pause = pause(probe == null ? 0 : probe.number());
        if (outcome instanceof Closed closed) {
            return new Failure(closed.reason(), closed.after() == null ? LONGEST_PAUSE : closed.after());
        }
        if (outcome instanceof Retry retry && retry.after() == null) {
            return new Failure(retry.reason(), pause);
        }
        return outcome instanceof Ambiguous ambiguous ? new Failure(ambiguous.reason(), pause) : null;
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

    private void open(String downstream, Failure failure) {
        var now = clock.instant();
        var opened = jdbc.sql(OPEN)
                .param("downstream", downstream)
                .param("now", at(now))
                .param("reason", failure.reason())
                .param("probeAt", at(now.plus(failure.pause())))
                .query((row, n) -> row.getBoolean("opened"))
                .single();
        looked = Instant.MIN;
        if (opened) {
            log.error("deliveries to {} wait: {}", downstream, failure.reason());
        }
    }

    private void inVain(Probe probe, Failure failure) {
        jdbc.sql(IN_VAIN)
                .param("reason", failure.reason())
                .param("until", at(probe.until()))
                .param("next", at(clock.instant().plus(failure.pause())))
                .param("downstream", probe.downstream())
                .update();
        looked = Instant.MIN;
    }

    private void answered(String downstream, @Nullable Probe probe) {
        failures.remove(downstream);
        if (probe != null) {
            var closed = jdbc.sql(CLOSE)
                    .param("downstream", downstream)
                    .param("until", at(probe.until()))
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

    /**
     * The leave to try an open circuit.
     *
     * @param until when somebody else may, if nothing is heard of it
     * @param number how many have tried, with this one
     */
    record Probe(String downstream, Instant until, int number) {}

    private record Failure(String reason, Duration pause) {}
}
