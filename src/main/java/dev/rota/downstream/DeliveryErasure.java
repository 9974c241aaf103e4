package dev.rota.downstream;

import dev.rota.desk.Erasable;
import dev.rota.desk.Traces;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a customer out of the outbox: what was to be told is empty, and what is still due is not told any more. */
final class DeliveryErasure implements Erasable {

    private static final String ERASE =
            """
            UPDATE delivery SET body = '', state = 'done', lease_token = NULL,
                outcome = CASE WHEN state = 'done' THEN outcome ELSE 'cancelled' END,
                last_error = CASE WHEN state = 'done' THEN NULL ELSE 'the customer has been erased' END
            WHERE conversation = ANY (?) AND octet_length(body) > 0
            """;

    private final JdbcClient jdbc;

    DeliveryErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> obstacle(Traces traces) {
        var sending = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM delivery WHERE conversation = ANY (?) AND state = 'sending')")
                .param(conversations(traces))
                .query(Boolean.class)
                .single();
        return sending ? Optional.of("something of this customer is being sent at this moment") : Optional.empty();
    }

    @Override
    public Map<String, Integer> erase(Traces traces) {
        return Map.of("delivery", jdbc.sql(ERASE).param(conversations(traces)).update());
    }

    private static long[] conversations(Traces traces) {
        return traces.conversations().stream().mapToLong(Long::longValue).toArray();
    }
}
