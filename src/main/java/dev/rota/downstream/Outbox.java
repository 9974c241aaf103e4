package dev.rota.downstream;

import dev.rota.desk.Delivery;
import dev.rota.desk.Outgoing;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps deliveries in the transaction of what they tell of, and wakes whoever brings them once that is committed. */
final class Outbox implements Outgoing {

    private static final String ADD =
            """
            INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)
            SELECT n.*, 'due', :now, :now
            FROM unnest(:downstreams, :conversations, :kinds, :references, :bodies) AS n
            ON CONFLICT DO NOTHING
            """;

    private static final String KNOW =
            """
            INSERT INTO delivery (downstream, conversation, kind, reference, body, state, outcome, created_at, not_before)
            SELECT :downstream, :conversation, kind, :reference, '', 'done', 'existing', :now, :now
            FROM unnest(:kinds) AS kind
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final StoredCommands commands;
    private final Clock clock;
    private final Consumer<Collection<String>> stir;

    Outbox(JdbcClient jdbc, StoredCommands commands, Clock clock, Consumer<Collection<String>> stir) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
        this.stir = stir;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        jdbc.sql(ADD)
                .param("downstreams", Unnest.column("text", deliveries, Delivery::downstream))
                .param("conversations", Unnest.column("bigint", deliveries, Delivery::conversation))
                .param("kinds", Unnest.column("text", deliveries, each -> each.kind()
                        .label()))
                .param("references", Unnest.column("bigint", deliveries, Delivery::reference))
                .param("bodies", bodies(deliveries))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        var downstreams = deliveries.stream().map(Delivery::downstream).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                stir.accept(downstreams);
            }
        });
    }

    @Override
    public void known(String downstream, long conversation, long reference, Delivery.Kind... kinds) {
        jdbc.sql(KNOW)
                .param("downstream", downstream)
                .param("conversation", conversation)
                .param("reference", reference)
                .param("kinds", Unnest.column("text", List.of(kinds), Delivery.Kind::label))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The driver writes bytes as such only where the array says so. */
    private byte[][] bodies(List<Delivery> deliveries) {
        return deliveries.stream().map(commands::write).toArray(byte[][]::new);
    }
}
