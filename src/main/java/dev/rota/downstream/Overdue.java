package dev.rota.downstream;

import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Parks what has waited behind an open circuit for longer than it is worth trying; somebody may replay it. */
final class Overdue {

    private static final String PARK =
            """
            UPDATE delivery
            SET state = 'parked', last_error = coalesce(last_error, 'the downstream could not be used in all that time')
            WHERE downstream = :downstream AND state = 'due' AND created_at < :before
            RETURNING conversation, kind, reference, last_error
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Settled settled;
    private final Clock clock;

    Overdue(JdbcClient jdbc, TransactionTemplate transaction, Settled settled, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settled = settled;
        this.clock = clock;
    }

    void park(Channel channel) {
        transaction.executeWithoutResult(status -> jdbc.sql(PARK)
                .param("downstream", channel.downstream())
                .param("before", clock.instant().minus(channel.patience()).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Late(
                        row.getObject("conversation", Long.class),
                        row.getString("kind"),
                        row.getLong("reference"),
                        row.getString("last_error")))
                .list()
                .forEach(this::tell));
    }

    private void tell(Late late) {
        if (late.kind().equals("reply")) {
            settled.failed(late.reference(), MessageStatus.FAILED, late.error());
        }
        if (late.conversation() != null) {
            settled.touched(List.of(late.conversation()));
        }
    }

    private record Late(@Nullable Long conversation, String kind, long reference, String error) {}
}
