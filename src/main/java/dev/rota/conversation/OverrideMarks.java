package dev.rota.conversation;

import dev.rota.conversation.Records.Decided;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks the conversations that an override concerns, so that everybody who sees them sees it. */
final class OverrideMarks {

    private static final String MARK =
            """
            INSERT INTO overridden (conversation, override, at, epoch, kind, from_queue)
            SELECT DISTINCT c.id, o.id, :now::timestamptz, c.epoch,
                   CASE WHEN c.status = 'in_progress' THEN 'in_progress'
                        WHEN c.queue = o.queue THEN 'stayed' ELSE 'moved' END, c.queue
            FROM unnest(:conversations, :overrides) AS n (conversation, override)
            JOIN conversation c ON c.id = n.conversation JOIN override o ON o.id = n.override
            WHERE c.status <> 'closed'
            ON CONFLICT (conversation, override) DO UPDATE SET left_at = NULL WHERE overridden.left_at IS NOT NULL
            """;

    private static final String MARK_AND_SHOW = "WITH marked AS (" + MARK + " RETURNING overridden.conversation AS id)"
            + " INSERT INTO feed (conversation) SELECT id FROM marked ORDER BY id";

    private static final String UNMARK =
            """
            UPDATE overridden m SET left_at = :now
            FROM unnest(:conversations, :overrides) AS n (conversation, override)
            WHERE m.conversation = n.conversation AND m.left_at IS NULL AND m.override IS DISTINCT FROM n.override
            """;

    private static final String SHOW =
            """
            INSERT INTO feed (conversation)
            SELECT c.id FROM overridden m JOIN conversation c ON c.id = m.conversation
            WHERE m.override = ANY(:overrides) AND m.left_at IS NULL AND c.status <> 'closed'
            ORDER BY c.id
            """;

    private final JdbcClient jdbc;

    OverrideMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided has the mark of the override that decided it, and no other. */
    void of(Collection<Decided> decided, Instant now) {
        var whileOverridden = decided.stream()
                .filter(each -> !each.inquiry().overrides().isEmpty())
                .toList();
        if (whileOverridden.isEmpty()) {
            return;
        }
        write(UNMARK, whileOverridden, now);
        var overridden = whileOverridden.stream()
                .filter(each -> each.decision().override() != null)
                .toList();
        if (!overridden.isEmpty()) {
            write(MARK, overridden, now);
        }
    }

    /** Marks conversations that stay with their owners, and lets everybody look again at those that were not. */
    void inProgress(long override, List<Long> conversations, Instant now) {
        if (conversations.isEmpty()) {
            return;
        }
        jdbc.sql(MARK_AND_SHOW)
                .param("conversations", Unnest.bigints(conversations, id -> id))
                .param("overrides", Unnest.bigints(conversations, id -> override))
                .param("now", Unnest.timestamp(now))
                .update();
    }

    /** Lets everybody look again at what these overrides concern. */
    void show(List<Long> overrides) {
        if (!overrides.isEmpty()) {
            jdbc.sql(SHOW)
                    .param("overrides", Unnest.bigints(overrides, id -> id))
                    .update();
        }
    }

    private void write(String sql, List<Decided> decided, Instant now) {
        jdbc.sql(sql)
                .param("conversations", Unnest.bigints(decided, Decided::conversation))
                .param("overrides", Unnest.bigints(decided, each -> each.decision()
                        .overrideId()))
                .param("now", Unnest.timestamp(now))
                .update();
    }
}
