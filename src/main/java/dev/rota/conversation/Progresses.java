package dev.rota.conversation;

import dev.rota.desk.Heard;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Raises our messages up the status ladder. News of a message whose id is not known yet finds it by our own id, which went
 * out with it, and settles what was in doubt; without one it is kept for when the id is known.
 */
final class Progresses {

    private static final String NEWS =
            """
            WITH news AS (
                SELECT DISTINCT ON (wamid) *
                FROM unnest(:wamids, :statuses, :ranks, :ats, :errors, :messages, :numbers)
                    AS n (wamid, status, rank, at, error, message, number)
                ORDER BY wamid, rank DESC, message
            ), by_wamid AS (
                SELECT m.id, n.*, false AS by_us FROM news n JOIN message m ON m.wamid = n.wamid AND m.direction = 'out'
            ), found AS (
                SELECT * FROM by_wamid
                UNION ALL
                SELECT m.id, n.*, true FROM news n
                JOIN message m ON m.id = n.message AND m.direction = 'out' AND m.wamid IS NULL
                JOIN conversation c ON c.id = m.conversation AND c.number = n.number
                WHERE NOT EXISTS (SELECT FROM by_wamid b WHERE b.wamid = n.wamid)
            ), raised AS (
                UPDATE message m SET status = n.status, rank = n.rank, error = n.error, wamid = n.wamid
                FROM found n
                WHERE m.id = n.id AND m.rank < n.rank
                RETURNING m.id, m.conversation, m.error, n.by_us
            ), kept AS (
                INSERT INTO message_progress AS p (wamid, status, rank, at, error)
                SELECT n.wamid, n.status, n.rank, n.at, n.error
                FROM news n
                WHERE NOT EXISTS (SELECT FROM found f WHERE f.wamid = n.wamid)
                ORDER BY n.wamid
                ON CONFLICT (wamid) DO UPDATE
                SET status = excluded.status, rank = excluded.rank, at = excluded.at, error = excluded.error
                WHERE excluded.rank > p.rank
            ), opted_out AS (
                {optOut}
            )
            SELECT id, conversation, by_us FROM raised
            """
                    .replace("{optOut}", Preferences.optOut("raised"));

    /** A statement of its own: whoever was in doubt may have said so while the first one waited for the message. */
    static final String SETTLE =
            """
            UPDATE delivery d SET state = 'done', outcome = 'settled', last_error = NULL
            FROM message m
            WHERE m.id = ANY(:messages) AND m.wamid IS NOT NULL
              AND d.conversation = m.conversation AND d.kind = 'reply' AND d.reference = m.id AND d.state = 'ambiguous'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Progresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Applies news, and gives the conversations whose messages rose. */
    List<Long> apply(List<Heard.Progress> news) {
        if (news.isEmpty()) {
            return List.of();
        }
        var raised = jdbc.sql(NEWS)
                .param("wamids", Unnest.texts(news, Heard.Progress::wamid))
                .param("statuses", Unnest.texts(news, each -> each.status().label()))
                .param("ranks", Unnest.integers(news, each -> each.status().rank()))
                .param("ats", Unnest.instants(news, Heard.Progress::at))
                .param("errors", Unnest.texts(news, Heard.Progress::error))
                .param("messages", Unnest.bigints(news, Heard.Progress::message))
                .param("numbers", Unnest.texts(news, each -> each.event().number()))
                .param("now", Unnest.timestamp(clock.instant()))
                .query((row, n) -> new Raised(row.getLong("id"), row.getLong("conversation"), row.getBoolean("by_us")))
                .list();
        settle(raised.stream().filter(Raised::byUs).toList());
        return raised.stream().map(Raised::conversation).distinct().toList();
    }

    private void settle(List<Raised> doubtful) {
        if (!doubtful.isEmpty()) {
            jdbc.sql(SETTLE)
                    .param("messages", Unnest.bigints(doubtful, Raised::message))
                    .update();
        }
    }

    /** @param byUs whether our own id of the message told which it is */
    private record Raised(long message, long conversation, boolean byUs) {}
}
