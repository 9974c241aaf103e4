package dev.rota.downstream;

import dev.rota.desk.TriedTogether;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings back what was given up, as if it were new, and keeps who wanted it. Answers to customers are not among it: they are
 * sent again from their conversation, by whoever is responsible. Neither is what was erased.
 */
public final class ParkedDeliveries {

    private static final String GIVEN_UP =
            """
            SELECT id, downstream, attempts FROM delivery
            WHERE id = ANY (:ids) AND state = ANY (:states) AND kind <> 'reply' AND octet_length(body) > 0
            ORDER BY id
            """;

    /** Locked first: of two who want it at once one has it, and the other finds it is given up no more. */
    private static final String AGAIN =
            """
            WITH chosen AS (%s FOR UPDATE), tried AS (
                UPDATE delivery d SET state = 'due', attempts = 0, created_at = :now, not_before = :now
                FROM chosen c WHERE d.id = c.id
                RETURNING d.id, d.downstream, c.attempts
            ), noted AS (
                INSERT INTO again (kind, item, downstream, at, by, attempts)
                SELECT 'delivery', id, downstream, :now, :by, attempts FROM tried
            )
            SELECT downstream FROM tried
            """
                    .formatted(GIVEN_UP);

    /** What was brought back by one statement has one time; looked for among the latest only. */
    private static final String LATELY =
            """
            SELECT by, at, kind, downstream, count(*) AS count
            FROM (SELECT by, at, kind, downstream FROM again ORDER BY id DESC LIMIT 10000) latest
            GROUP BY by, at, kind, downstream ORDER BY at DESC, downstream LIMIT :most
            """;

    private static final String[] PARKED = {"parked"};
    private static final String[] PARKED_OR_UNKNOWN = {"parked", "ambiguous"};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Consumer<Collection<String>> stir;

    /** @param stir is told which downstreams have something to do again */
    public ParkedDeliveries(JdbcClient jdbc, Clock clock, Consumer<Collection<String>> stir) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stir = stir;
    }

    /** What people had tried again last of all downstreams, and of what these told; newest first. */
    public List<TriedTogether> lately(int most) {
        return jdbc.sql(LATELY)
                .param("most", most)
                .query((row, n) -> new TriedTogether(
                        row.getString("by"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("downstream"),
                        row.getInt("count")))
                .list();
    }

    /** Those of them that {@link #retry} would try again. */
    public List<Long> retryable(Collection<Long> ids) {
        return jdbc.sql(GIVEN_UP)
                .param("ids", array(ids))
                .param("states", PARKED_OR_UNKNOWN)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Tries one again that is parked, or of which nobody knows whether it arrived; returns whether it is. */
    public boolean retry(long id, Viewer by) {
        return again(List.of(id), PARKED_OR_UNKNOWN, by) > 0;
    }

    /** Tries those of them again that are parked; returns how many. */
    public int retryAll(Collection<Long> ids, Viewer by) {
        return again(ids, PARKED, by);
    }

    private int again(Collection<Long> ids, String[] states, Viewer by) {
        var again = jdbc.sql(AGAIN)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", array(ids))
                .param("states", states)
                .param("by", by.name())
                .query(String.class)
                .list();
        stir.accept(Set.copyOf(again));
        return again.size();
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
