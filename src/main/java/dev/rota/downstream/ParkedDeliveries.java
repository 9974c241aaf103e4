package dev.rota.downstream;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings back what was given up, as if it were new. Answers to customers are not among it: they are sent again from their
 * conversation, by whoever is responsible. Neither is what was erased.
 */
public final class ParkedDeliveries {

    private static final String AGAIN =
            """
            UPDATE delivery SET state = 'due', attempts = 0, created_at = :now, not_before = :now
            WHERE state = ANY (:states) AND kind <> 'reply' AND octet_length(body) > 0
              AND id = coalesce(CAST(:id AS bigint), id)
              AND downstream = coalesce(CAST(:downstream AS text), downstream)
            RETURNING downstream
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Consumer<Collection<String>> stir;

    /** @param stir is told which downstreams have something to do again */
    public ParkedDeliveries(JdbcClient jdbc, Clock clock, Consumer<Collection<String>> stir) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stir = stir;
    }

    /** Tries one again that is parked, or of which nobody knows whether it arrived; returns whether it is. */
    public boolean retry(long id) {
        return again(id, null, "parked", "ambiguous") > 0;
    }

    /**
     * Tries all again that are parked.
     *
     * @param downstream only those to it; all when null
     * @return how many
     */
    public int retryAll(@Nullable String downstream) {
        return again(null, downstream, "parked");
    }

    private int again(@Nullable Long id, @Nullable String downstream, String... states) {
        var again = jdbc.sql(AGAIN)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("states", states)
                .param("id", id)
                .param("downstream", downstream)
                .query(String.class)
                .list();
        stir.accept(Set.copyOf(again));
        return again.size();
    }
}
