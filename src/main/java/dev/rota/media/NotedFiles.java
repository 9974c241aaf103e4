package dev.rota.media;

import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes files in the transaction of their messages, and wakes whoever fetches them once that is committed. */
final class NotedFiles implements Attachments {

    /** How long Meta keeps what a customer has sent. */
    static final Duration KEPT_AT_META = Duration.ofDays(7);

    private static final String EXPECT =
            """
            INSERT INTO media (conversation, message, number, type, meta_id, meta_until, name, mime_type, state,
                               created_at, not_before)
            SELECT n.conversation, m.id, n.number, n.type, n.media, n.until, n.name, n.mime_type, 'due', :now, :now
            FROM unnest(:events, :conversations, :numbers, :types, :media, :untils, :names, :mimeTypes)
                AS n (event, conversation, number, type, media, until, name, mime_type)
            JOIN message m ON m.event = n.event
            ON CONFLICT (message) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Runnable wake;

    NotedFiles(JdbcClient jdbc, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void expect(List<Attachment> files) {
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql(EXPECT)
                .param("events", column("bigint", files, Attachment::event))
                .param("conversations", column("bigint", files, Attachment::conversation))
                .param("numbers", texts(files, Attachment::number))
                .param("types", texts(files, Attachment::type))
                .param("media", texts(files, Attachment::media))
                .param(
                        "untils",
                        column("timestamptz", files, file -> at(file.sentAt().plus(KEPT_AT_META))))
                .param("names", texts(files, Attachment::name))
                .param("mimeTypes", texts(files, Attachment::mimeType))
                .param("now", at(clock.instant()))
                .update();
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    @Override
    public boolean attach(long file, long conversation, long message) {
        return jdbc.sql("UPDATE media SET message = :message WHERE id = :file AND conversation = :conversation"
                                + " AND message IS NULL AND state = 'kept'")
                        .param("message", message)
                        .param("file", file)
                        .param("conversation", conversation)
                        .update()
                == 1;
    }

    @Override
    public boolean again(long file, long conversation) {
        wakeAfterCommit();
        return jdbc.sql("UPDATE media SET state = 'due', attempts = 0, not_before = :now, last_error = NULL"
                                + " WHERE id = :file AND conversation = :conversation AND state = 'failed'"
                                + " AND meta_until > :now")
                        .param("now", at(clock.instant()))
                        .param("file", file)
                        .param("conversation", conversation)
                        .update()
                == 1;
    }

    private static SqlArrayValue texts(List<Attachment> files, Function<Attachment, @Nullable String> value) {
        return column("text", files, value);
    }

    private static SqlArrayValue column(
            String type, List<Attachment> files, Function<Attachment, ? extends @Nullable Object> value) {
        return new SqlArrayValue(type, files.stream().map(value).toArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
