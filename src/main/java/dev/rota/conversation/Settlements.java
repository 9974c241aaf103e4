package dev.rota.conversation;

import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes on our messages what became of their delivery. */
final class Settlements implements Settled {

    private static final String JOIN =
            """
            WITH joined AS (
                UPDATE message m SET status = p.status, rank = p.rank, error = p.error
                FROM message_progress p
                WHERE m.id = :message AND p.wamid = m.wamid AND m.rank < p.rank
                RETURNING m.conversation, m.error
            )
            {optOut}
            """
                    .replace("{optOut}", Preferences.optOut("joined"));

    private static final String FAIL =
            """
            WITH failed AS (
                UPDATE message SET status = :status, rank = :rank, error = :error WHERE id = :message AND rank <= :rank
                RETURNING conversation, error
            )
            {optOut}
            """
                    .replace("{optOut}", Preferences.optOut("failed"));

    /** Its echo may have been quicker than Meta's answer: then it has told how far the message came, and goes. */
    private static final String ACCEPT =
            """
            WITH echo AS (
                DELETE FROM message WHERE wamid = :wamid AND direction = 'out' AND id <> :message
                RETURNING status, rank, error
            ), heard AS (
                SELECT max(rank) AS rank, max(status) AS status, max(error) AS error FROM echo
            )
            UPDATE message m
            SET wamid = :wamid,
                status = CASE WHEN heard.rank > m.rank THEN heard.status ELSE m.status END,
                error = CASE WHEN heard.rank > m.rank THEN heard.error ELSE m.error END,
                rank = greatest(m.rank, heard.rank)
            FROM heard WHERE m.id = :message
            """;

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;

    Settlements(JdbcClient jdbc, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void accepted(long message, String wamid) {
        jdbc.sql(ACCEPT).param("wamid", wamid).param("message", message).update();
    }

    @Override
    public void joined(long message) {
        jdbc.sql(JOIN)
                .param("message", message)
                .param("now", Unnest.timestamp(clock.instant()))
                .update();
    }

    @Override
    public void failed(long message, MessageStatus status, @Nullable String error) {
        jdbc.sql(FAIL)
                .param("now", Unnest.timestamp(clock.instant()))
                .param("status", status.label())
                .param("rank", status.rank())
                .param("error", error)
                .param("message", message)
                .update();
        if (status == MessageStatus.UNKNOWN) { // a status may have been quicker than the end of the doubt
            jdbc.sql(Progresses.SETTLE)
                    .param("messages", Unnest.bigints(List.of(message), id -> id))
                    .update();
        }
    }

    @Override
    public void touched(Collection<Long> conversations) {
        records.touch(conversations);
    }
}
