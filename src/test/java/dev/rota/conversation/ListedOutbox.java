package dev.rota.conversation;

import dev.rota.desk.Delivery;
import dev.rota.desk.Outgoing;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outbox that keeps what is told as the real one does, and in a list what is told for the first time. */
final class ListedOutbox implements Outgoing {

    final List<Delivery> told = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Runnable beforeTelling;

    ListedOutbox(JdbcClient jdbc, Clock clock, Runnable beforeTelling) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.beforeTelling = beforeTelling;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        beforeTelling.run();
        for (var each : deliveries) {
            if (keep(each.downstream(), each.conversation(), each.kind(), each.reference(), "due", null)) {
                told.add(each);
            }
        }
    }

    @Override
    public void known(String downstream, long conversation, long reference, Delivery.Kind... kinds) {
        for (var kind : kinds) {
            keep(downstream, conversation, kind, reference, "done", "existing");
        }
    }

    private boolean keep(
            String downstream,
            @Nullable Long conversation,
            Delivery.Kind kind,
            long reference,
            String state,
            @Nullable String outcome) {
        return jdbc.sql("INSERT INTO delivery (downstream, conversation, kind, reference, body, state, outcome,"
                                + " created_at, not_before) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(downstream, conversation, kind.label(), reference, state, outcome)
                        .params(Unnest.timestamp(clock.instant()), Unnest.timestamp(clock.instant()))
                        .update()
                > 0;
    }
}
