package dev.rota.conversation;

import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes on our messages what became of their delivery. */
final class Settlements implements Settled {

    private static final String JOIN =
            """
            UPDATE message m SET status = p.status, rank = p.rank, error = p.error
            FROM message_progress p
            WHERE m.id = :message AND p.wamid = m.wamid AND m.rank < p.rank
            """;

    private final JdbcClient jdbc;
    private final Records records;

    Settlements(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    @Override
    public void accepted(long message, String wamid) {
        jdbc.sql("UPDATE message SET wamid = :wamid WHERE id = :message")
                .param("wamid", wamid)
                .param("message", message)
                .update();
    }

    @Override
    public void joined(long message) {
        jdbc.sql(JOIN).param("message", message).update();
    }

    @Override
    public void failed(long message, MessageStatus status, @Nullable String error) {
        jdbc.sql("UPDATE message SET status = :status, rank = :rank, error = :error"
                        + " WHERE id = :message AND rank <= :rank")
                .param("status", status.label())
                .param("rank", status.rank())
                .param("error", error)
                .param("message", message)
                .update();
    }

    @Override
    public void touched(long conversation) {
        records.touch(List.of(conversation));
    }
}
