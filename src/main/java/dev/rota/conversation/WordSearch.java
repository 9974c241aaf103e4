package dev.rota.conversation;

import dev.rota.search.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for words, from the newest block of messages back. It looks at one block first, then at so many at once as will
 * not be too many hits, and leaves the rest to the next page when it has looked at enough.
 */
final class WordSearch {

    /** Blocks are of 2 to the power of this many messages, as the index has them. */
    private static final int BLOCK_BITS = 16;

    /** So many hits are looked at by one statement, if those before tell how many there will be. */
    private static final int MANY = 4_000;

    /** After so many hits the page is given as it is. */
    private static final int ENOUGH = 10_000;

    private static final int MOST_BLOCKS = 256;
    private static final int GROWTH = 4;

    private static final String EXTENT =
            "SELECT coalesce(min(message), 0) >> %d AS oldest, coalesce(max(message), -1) >> %d AS newest FROM message_words"
                    .formatted(BLOCK_BITS, BLOCK_BITS);

    private final JdbcClient database;
    private final String sql;
    private final Map<String, Object> parameters;
    private final String query;
    private final List<String> phrases;

    /**
     * Prepares a search.
     *
     * @param seen a condition on conversation {@code c} and its customer {@code u}
     */
    WordSearch(JdbcClient database, List<Term> terms, String seen, Map<String, Object> parameters) {
        this.database = database;
        this.sql = sql(seen);
        this.parameters = parameters;
        this.query = Patterns.tsquery(terms);
        this.phrases = terms.stream()
                .filter(term -> term.words().size() > 1)
                .map(Patterns::regex)
                .toList();
    }

    /** The ids of the newest messages before that one, newest first. */
    Page<Long> before(long message, int limit) {
        var extent = database.sql(EXTENT)
                .query((row, n) -> new Blocks(row.getLong("newest"), row.getLong("oldest")))
                .single();
        var found = new ArrayList<Long>();
        var next = Math.min(extent.newest, (message - 1) >> BLOCK_BITS);
        var looked = 0L;
        var hits = 0L;
        var width = 1L;
        while (next >= extent.oldest && found.size() <= limit && hits < ENOUGH) {
            var blocks = new Blocks(next, Math.max(extent.oldest, next - width + 1));
            hits += look(blocks, message, limit + 1 - found.size(), found);
            looked += blocks.newest - blocks.oldest + 1;
            next = blocks.oldest - 1;
            width = Math.min(Math.min(width * GROWTH, MOST_BLOCKS), Math.max(1, MANY * looked / Math.max(1, hits)));
        }
        if (found.size() > limit) {
            return new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
        }
        return new Page<>(found, next < extent.oldest ? null : cursor((next + 1) << BLOCK_BITS));
    }

    private static String cursor(long message) {
        return new Spot(Spot.Way.FOUND, message).text();
    }

    /**
     * Each OFFSET keeps what is before it as it stands, whatever it is guessed to yield: the index is asked block by block,
     * and whether a hit is a phrase and may be seen is looked at one by one, newest first, and no longer than the page wants.
     */
    private static String sql(String seen) {
        return """
                WITH hit AS MATERIALIZED (
                    SELECT found.*
                    FROM generate_series(:newest, :oldest, -1) AS block (number)
                    CROSS JOIN LATERAL (
                        SELECT * FROM message_words
                        WHERE block_words(message, words) @@ CAST(replace(:query, '~', to_hex(block.number)) AS tsquery)
                        OFFSET 0
                    ) found
                )
                SELECT (SELECT count(*) FROM hit) AS hits, ARRAY (
                    SELECT newest.message
                    FROM (SELECT * FROM hit WHERE message < :before ORDER BY message DESC OFFSET 0) newest
                    WHERE words ~ ALL (:phrases)
                      AND (SELECT m.text <> '' AND %s
                           FROM conversation c JOIN customer u ON u.id = c.customer JOIN message m ON m.id = newest.message
                           WHERE c.id = newest.conversation)
                    LIMIT :limit) AS messages
                """
                .formatted(seen);
    }

    private long look(Blocks blocks, long before, int limit, List<Long> found) {
        return database.sql(sql)
                .params(parameters)
                .param("newest", blocks.newest)
                .param("oldest", blocks.oldest)
                .param("query", query)
                .param("phrases", Unnest.texts(phrases, phrase -> phrase))
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> {
                    found.addAll(List.of((Long[]) row.getArray("messages").getArray()));
                    return row.getLong("hits");
                })
                .single();
    }

    private record Blocks(long newest, long oldest) {}
}
