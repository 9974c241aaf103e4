package dev.rota.conversation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What changed lately, in an order in which nothing is skipped. Ids and clocks are given out before a commit, so a
 * reader that asks for what is greater than the last it saw misses what is committed later with less. Here a row is
 * read once every transaction that began before its own has ended: then nothing can come before it any more. Those of other
 * databases on the same server can't write here, so nobody waits for them, however long they take.
 */
public final class Feed {

    /** How many changes somebody may be behind; with more it is cheaper to look at everything again. */
    static final int MOST_BEHIND = 1000;

    /** How many earlier places of a conversation are told that it changed. */
    private static final int PLACES = 5;

    /** The oldest transaction that may still write here. One that ends while this is being asked may count once more. */
    private static final String OLDEST =
            """
            coalesce((SELECT running FROM pg_snapshot_xip(pg_current_snapshot()) running
                      WHERE NOT EXISTS (SELECT FROM pg_stat_activity
                                        WHERE backend_xid = running::xid AND datname <> current_database())
                      ORDER BY running LIMIT 1),
                     pg_snapshot_xmax(pg_current_snapshot()))""";

    private static final String ENDED = "xid < " + OLDEST;

    private final JdbcClient jdbc;

    public Feed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position before everything that is not committed yet. */
    public Position head() {
        return jdbc.sql("SELECT (" + OLDEST + ")::text")
                .query((row, n) -> new Position(Long.parseLong(row.getString(1)), 0))
                .single();
    }

    /** The changes after a position, at most so many, oldest first. */
    public List<News> after(Position position, int limit) {
        return jdbc.sql(
                        """
                        SELECT f.xid::text AS xid, f.id, f.conversation,
                               array_remove(array_agg(DISTINCT p.queue), NULL) AS queues,
                               array_remove(array_agg(DISTINCT p.owner), NULL) AS owners
                        FROM (SELECT xid, id, conversation FROM feed
                              WHERE (xid, id) > (CAST(:xid AS xid8), :id) AND %s
                              ORDER BY xid, id LIMIT :limit) f
                        LEFT JOIN conversation c ON c.id = f.conversation
                        LEFT JOIN change p ON p.conversation = c.id AND p.epoch > c.epoch - :places
                        GROUP BY f.xid, f.id, f.conversation
                        ORDER BY f.xid, f.id"""
                                .formatted(ENDED))
                .params(parameters(position))
                .param("limit", limit)
                .param("places", PLACES)
                .query((row, n) -> news(row))
                .list();
    }

    /**
     * Whether somebody who read up to that position can go on from there: all that followed is still kept, and it is
     * not too much.
     */
    public boolean resumes(Position position) {
        return jdbc.sql(
                        """
                        SELECT (EXISTS (SELECT FROM feed WHERE (xid, id) <= (CAST(:xid AS xid8), :id))
                                OR CAST(:xid AS xid8) >= %s)
                           AND CAST(:xid AS xid8) <= pg_snapshot_xmax(pg_current_snapshot())
                           AND :most >= (SELECT count(*) FROM (
                                 SELECT FROM feed WHERE (xid, id) > (CAST(:xid AS xid8), :id) AND %s
                                 LIMIT :most + 1) behind)"""
                                .formatted(OLDEST, ENDED))
                .params(parameters(position))
                .param("most", MOST_BEHIND)
                .query(Boolean.class)
                .single();
    }

    /** Deletes what is older, always from the beginning, so that what is kept has no gaps. */
    public int forget(Duration age) {
        return jdbc.sql(
                        """
                        DELETE FROM feed WHERE at < now() - make_interval(secs => :seconds) AND xid < coalesce(
                            (SELECT xid FROM feed WHERE at >= now() - make_interval(secs => :seconds)
                             ORDER BY xid, id LIMIT 1),
                            %s)"""
                                .formatted(OLDEST))
                .param("seconds", age.toSeconds())
                .update();
    }

    private static Map<String, Object> parameters(Position position) {
        return Map.of("xid", Long.toString(position.xid()), "id", position.id());
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                new Position(Long.parseLong(row.getString("xid")), row.getLong("id")),
                row.getLong("conversation"),
                words(row.getArray("queues")),
                words(row.getArray("owners")));
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
