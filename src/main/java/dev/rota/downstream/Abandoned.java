package dev.rota.downstream;

import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds replies whose sender died in the middle: Meta has no key to tell a repetition by, so they are shown as unknown
 * and never sent again by themselves.
 */
final class Abandoned {

    private static final String REASON = "the engine ended while it was being sent; it may have reached the customer";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final String FIND =
            """
            UPDATE delivery SET state = 'ambiguous', lease_token = NULL, last_error = :reason
            WHERE downstream = ANY(:channels) AND state = 'sending' AND not_before <= :now
            RETURNING conversation, reference
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Settled settled;
    private final Clock clock;
    private Instant lookAgain = Instant.MIN;

    Abandoned(JdbcClient jdbc, TransactionTemplate transaction, Settled settled, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settled = settled;
        this.clock = clock;
    }

    /** Looks for them, unless it has just done so: what is sent is theirs for {@link Leases#LEASE}. */
    void settle(Collection<Channel> channels) {
        var now = clock.instant();
        if (now.isBefore(lookAgain)) {
            return;
        }
        var replies = channels.stream()
                .filter(channel -> !channel.mayRepeat())
                .map(Channel::downstream)
                .toArray(String[]::new);
        transaction.executeWithoutResult(status -> jdbc.sql(FIND)
                .param("reason", REASON)
                .param("channels", replies)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new long[] {row.getLong("conversation"), row.getLong("reference")})
                .list()
                .forEach(found -> {
                    settled.failed(found[1], MessageStatus.UNKNOWN, REASON);
                    settled.touched(List.of(found[0]));
                }));
        lookAgain = now.plus(LOOK_EVERY);
    }
}
