package dev.rota.conversation;

import dev.rota.desk.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The messages of all chapters of one customer that a viewer may see, in the order in which they came. It is an order that
 * nothing is put into later: a message that was late is among those it came with.
 */
final class HistoryQuery {

    private final JdbcClient database;
    private final long customer;
    private final Sight sight;
    private final String chapters;

    HistoryQuery(JdbcClient database, long customer, Sight sight) {
        this.database = database;
        this.customer = customer;
        this.sight = sight;
        this.chapters = "FROM conversation c WHERE c.customer = :customer AND NOT c.shadow AND " + sight.condition();
    }

    /** Whether there is a chapter to see. */
    boolean exists() {
        return database.sql("SELECT EXISTS (SELECT " + chapters + ")")
                .params(sight.parameters())
                .param("customer", customer)
                .query(Boolean.class)
                .single();
    }

    /** The ids of a page, newest first, and where what is older begins. */
    Page<Long> page(Spot spot, int limit) {
        var newer = spot.way() == Spot.Way.NEWER;
        var order = newer ? "ASC" : "DESC";
        var found = new ArrayList<>(database.sql(beside(newer ? ">" : "<", order))
                .params(sight.parameters())
                .param("customer", customer)
                .param("message", spot.message())
                .param("limit", limit + 1)
                .query(Long.class)
                .list());
        if (newer) {
            return newer(spot, found.subList(0, Math.min(limit, found.size())));
        }
        return Page.of(found, limit, last -> new Spot(Spot.Way.OLDER, last).text());
    }

    /** What is older than a newer page is at least the message after which it was asked for. */
    private static Page<Long> newer(Spot spot, List<Long> found) {
        Collections.reverse(found);
        var oldest = found.isEmpty() ? spot.message() + 1 : found.get(found.size() - 1);
        return new Page<>(found, new Spot(Spot.Way.OLDER, oldest).text());
    }

    private String beside(String comparison, String order) {
        return """
                SELECT m.id FROM (SELECT c.id %s OFFSET 0) chapter
                CROSS JOIN LATERAL (
                    SELECT m.id FROM message m WHERE m.conversation = chapter.id AND m.id %s :message
                    ORDER BY m.id %s LIMIT :limit
                ) m
                ORDER BY m.id %s LIMIT :limit
                """
                .formatted(chapters, comparison, order, order);
    }
}
