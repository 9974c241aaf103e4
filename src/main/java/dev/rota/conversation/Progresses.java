package dev.rota.conversation;

import dev.rota.desk.Heard;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises our messages up the status ladder; news of a message that is not known yet is kept for when it is. */
final class Progresses {

    private static final String NEWS =
            """
            WITH news AS (
                SELECT DISTINCT ON (wamid) *
                FROM unnest(:wamids, :statuses, :ranks, :ats, :errors) AS n (wamid, status, rank, at, error)
                ORDER BY wamid, rank DESC
            ), raised AS (
                UPDATE message m SET status = n.status, rank = n.rank, error = n.error
                FROM news n
                WHERE m.wamid = n.wamid AND m.direction = 'out' AND m.rank < n.rank
                RETURNING m.conversation, m.error
            ), kept AS (
                INSERT INTO message_progress AS p (wamid, status, rank, at, error)
                SELECT n.wamid, n.status, n.rank, n.at, n.error
                FROM news n
                WHERE NOT EXISTS (SELECT FROM message m WHERE m.wamid = n.wamid AND m.direction = 'out')
                ORDER BY n.wamid
                ON CONFLICT (wamid) DO UPDATE
                SET status = excluded.status, rank = excluded.rank, at = excluded.at, error = excluded.error
                WHERE excluded.rank > p.rank
            ), opted_out AS (
                {optOut}
            )
            SELECT DISTINCT conversation FROM raised
            """
                    .replace("{optOut}", Preferences.optOut("raised"));

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
        return jdbc.sql(NEWS)
                .param("wamids", Unnest.texts(news, Heard.Progress::wamid))
                .param("statuses", Unnest.texts(news, each -> each.status().label()))
                .param("ranks", Unnest.integers(news, each -> each.status().rank()))
                .param("ats", Unnest.instants(news, Heard.Progress::at))
                .param("errors", Unnest.texts(news, Heard.Progress::error))
                .param("now", Unnest.timestamp(clock.instant()))
                .query((row, n) -> row.getLong("conversation"))
                .list();
    }
}
