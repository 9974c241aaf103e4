package dev.rota.downstream;

import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds replies whose sender died in the middle: Meta has no key to tell a repetition by, so they are shown as unknown
 * and never sent again by themselves.
 */
final class Abandoned {

    private static final String REASON = "the engine ended while it was being sent; it may have reached the customer";

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

    Abandoned(JdbcClient jdbc, TransactionTemplate transaction, Settled settled, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settled = settled;
        this.clock = clock;
    }

    void settle(Collection<Channel> channels) {
        var replies = channels.stream()
                .filter(channel -> !channel.mayRepeat())
                .map(Channel::downstream)
                .toArray(String[]::new);
        transaction.executeWithoutResult(status -> jdbc.sql(FIND)
                .param("reason", REASON)
                .param("channels", replies)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new long[] {row.getLong("conversation"), row.getLong("reference")})
                .list()
                .forEach(found -> {
                    settled.failed(found[1], MessageStatus.UNKNOWN, REASON);
                    settled.touched(found[0]);
                }));
    }
}
