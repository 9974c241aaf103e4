package dev.rota.media;

import dev.rota.desk.FileKind;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents have uploaded, and under which ids Meta has it. */
final class UploadTable {

    private static final String KEEP =
            """
            INSERT INTO media (conversation, number, type, name, mime_type, size, sha256, state, author, created_at,
                               not_before)
            VALUES (:conversation, :number, :type, :name, :mimeType, :size, :sha256, 'kept', :author, :now, :now)
            RETURNING *
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeptBytes bytes;
    private final Clock clock;

    UploadTable(JdbcClient jdbc, TransactionTemplate transaction, KeptBytes bytes, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bytes = bytes;
        this.clock = clock;
    }

    /** Bytes that are here, but not kept yet. */
    record Arrived(Path bytes, String sha256, long size, String mimeType) {}

    /** What is kept of a file. */
    record Kept(String sha256, String mimeType) {}

    Upload keep(long conversation, String number, FileKind kind, String name, String author, Arrived arrived) {
        return Objects.requireNonNull(transaction.execute(status -> {
            bytes.hold(arrived.sha256());
            var upload = jdbc.sql(KEEP)
                    .param("conversation", conversation)
                    .param("number", number)
                    .param("type", kind.type())
                    .param("name", name)
                    .param("mimeType", arrived.mimeType())
                    .param("size", arrived.size())
                    .param("sha256", arrived.sha256())
                    .param("author", author)
                    .param("now", at(clock.instant()))
                    .query((row, n) -> upload(row))
                    .single();
            bytes.place(arrived.bytes(), arrived.sha256());
            return upload;
        }));
    }

    Optional<Upload> find(long conversation, long file) {
        return jdbc.sql("SELECT * FROM media WHERE id = :file AND conversation = :conversation AND message IS NULL"
                        + " AND state = 'kept'")
                .param("file", file)
                .param("conversation", conversation)
                .query((row, n) -> upload(row))
                .optional();
    }

    Optional<Kept> kept(long file) {
        return jdbc.sql("SELECT sha256, mime_type FROM media WHERE id = ? AND state = 'kept'")
                .param(file)
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .optional();
    }

    /** The id under which Meta keeps a file, as long as it does. */
    Optional<String> atMeta(long file) {
        return jdbc.sql("SELECT meta_id FROM media WHERE id = :file AND meta_id IS NOT NULL AND meta_until > :now")
                .param("file", file)
                .param("now", at(clock.instant()))
                .query(String.class)
                .optional();
    }

    void remember(long file, String metaId, Duration time) {
        jdbc.sql("UPDATE media SET meta_id = :id, meta_until = :until WHERE id = :file AND state = 'kept'")
                .param("id", metaId)
                .param("until", at(clock.instant().plus(time)))
                .param("file", file)
                .update();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getLong("id"),
                row.getString("type"),
                row.getString("name"),
                row.getString("mime_type"),
                row.getLong("size"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
