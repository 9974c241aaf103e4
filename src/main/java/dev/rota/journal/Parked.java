package dev.rota.journal;

import dev.rota.desk.Age;
import dev.rota.desk.Kept;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.TriedTogether;
import dev.rota.desk.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be handled: to look at, and to put back into its lane. What is being tried again is not parked. */
public final class Parked {

    /** How many events one statement puts back. */
    private static final int AT_ONCE = 500;

    /** The system deletes none by itself, but a company may want that. */
    static final Kept KEPT = Kept.deleted("parked", Age.NEVER_OVER, "parked", "parked_at", "replayed_at IS NULL");

    private static final String COLUMNS =
            """
            SELECT parked.id, kind, number, received_at, parked_at, reason, parked.attempts, octet_length(body) AS bytes,
                   again.by, again.at, again.attempts AS before
            FROM parked LEFT JOIN LATERAL (
                SELECT by, at, attempts FROM replay WHERE event = parked.id ORDER BY replay.id DESC LIMIT 1) again ON true
            WHERE replayed_at IS NULL
            """;

    /** What was put back by one statement has one time; looked for among the latest only. */
    private static final String LATELY =
            """
            SELECT by, at, count(*) AS count FROM (SELECT by, at FROM replay ORDER BY id DESC LIMIT 10000) latest
            GROUP BY by, at ORDER BY at DESC LIMIT :most
            """;

    /** One that was erased has nothing left to try. */
    private static final String REPLAYABLE = "replayed_at IS NULL AND octet_length(body) > 0";

    /** The figures move with the event, so they balance throughout. */
    private static final String REPLAY =
            """
            WITH chosen AS (
                UPDATE parked SET replayed_at = now() WHERE id = ANY (ARRAY(
                    SELECT id FROM parked WHERE %s
                        AND parked_at <= CAST(:until AS timestamptz) AND id = coalesce(CAST(:id AS bigint), id)
                        AND number = coalesce(CAST(:number AS text), number)
                    ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED))
                RETURNING id, lane, number, received_at, attempts
            ), noted AS (
                INSERT INTO replay (event, at, by, attempts) SELECT id, now(), :by, attempts FROM chosen
            ), due AS (
                INSERT INTO pending (lane, id, number, received_at) SELECT lane, id, number, received_at FROM chosen
            ), counted AS (
                INSERT INTO ledger (number, engine, figure, count)
                SELECT number, :engine, 'parked', -count(*) FROM chosen GROUP BY number
                ON CONFLICT (number, engine, figure) DO UPDATE SET count = ledger.count + excluded.count
            )
            SELECT count(*) FROM chosen
            """
                    .formatted(REPLAYABLE);

    private final String engine;
    private final JdbcClient jdbc;

    /** @param engine whose figures its replays are counted in */
    public Parked(String engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * The newest first.
     *
     * @param numbers only those of these {@code phone_number_id}s; all when null
     * @param before only those with a lower id
     */
    public List<ParkedEvent> list(@Nullable Collection<String> numbers, long before, int limit) {
        return jdbc.sql(COLUMNS
                        + " AND parked.id < :before AND number = ANY (coalesce(CAST(:numbers AS text[]), ARRAY[number]))"
                        + " ORDER BY parked.id DESC LIMIT :limit")
                .param("before", before)
                .param("numbers", numbers == null ? null : numbers.toArray(String[]::new))
                .param("limit", limit)
                .query(Parked::event)
                .list();
    }

    public Optional<ParkedEvent> find(long id) {
        return jdbc.sql(COLUMNS + " AND parked.id = :id")
                .param("id", id)
                .query(Parked::event)
                .optional();
    }

    /** How many can be put back now. */
    public int count() {
        return jdbc.sql("SELECT count(*) FROM parked WHERE " + REPLAYABLE)
                .query(Integer.class)
                .single();
    }

    /** What people put back last, newest first. */
    public List<TriedTogether> lately(int most) {
        return jdbc.sql(LATELY)
                .param("most", most)
                .query((row, n) -> new TriedTogether(
                        row.getString("by"), row.getTimestamp("at").toInstant(), "event", null, row.getInt("count")))
                .list();
    }

    /** What it says, as far as it is text: personal data. */
    public Optional<String> body(long id) {
        return jdbc.sql("SELECT body FROM parked WHERE id = :id AND replayed_at IS NULL")
                .param("id", id)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    /** Puts one back into its lane; without effect while it is being tried. Returns whether it did. */
    public boolean replay(long id, Viewer by) {
        return replay(id, null, now(), by) > 0;
    }

    /** The same with all that are parked at this moment, or those of a number; returns how many. */
    public int replayAll(@Nullable String number, Viewer by) {
        var until = now();
        var all = 0;
        for (var some = replay(null, number, until, by); some > 0; some = replay(null, number, until, by)) {
            all += some;
        }
        return all;
    }

    private String now() {
        return jdbc.sql("SELECT clock_timestamp()::text").query(String.class).single();
    }

    private int replay(@Nullable Long id, @Nullable String number, String until, Viewer by) {
        return jdbc.sql(REPLAY)
                .param("id", id)
                .param("number", number)
                .param("until", until)
                .param("most", AT_ONCE)
                .param("by", by.name())
                .param("engine", engine)
                .query(Integer.class)
                .single();
    }

    private static ParkedEvent event(ResultSet row, int n) throws SQLException {
        return new ParkedEvent(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("parked_at").toInstant(),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("bytes"),
                again(row));
    }

    private static @Nullable TriedAgain again(ResultSet row) throws SQLException {
        var by = row.getString("by");
        return by == null ? null : new TriedAgain(by, row.getTimestamp("at").toInstant(), row.getInt("before"));
    }
}
