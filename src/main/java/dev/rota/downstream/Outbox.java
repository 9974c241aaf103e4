package dev.rota.downstream;

import dev.rota.desk.Delivery;
import dev.rota.desk.Outgoing;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps deliveries in the transaction of what they tell of, and wakes whoever brings them once that is committed. */
final class Outbox implements Outgoing {

    private static final String ADD =
            """
            INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)
            VALUES (?, ?, ?, ?, ?, 'due', ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final StoredCommands commands;
    private final Clock clock;
    private final Runnable wake;

    Outbox(JdbcTemplate jdbc, StoredCommands commands, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.batchUpdate(ADD, deliveries, deliveries.size(), (row, delivery) -> {
            row.setString(1, delivery.downstream());
            row.setObject(2, delivery.conversation(), Types.BIGINT);
            row.setString(3, delivery.kind().label());
            row.setLong(4, delivery.reference());
            row.setBytes(5, commands.write(delivery));
            row.setObject(6, now);
            row.setObject(7, now);
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
