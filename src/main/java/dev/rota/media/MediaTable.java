package dev.rota.media;

import dev.rota.desk.FetchOutcome.Fetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which files are to be fetched, and which are here. Each is leased to one engine at a time: a lease is the row's
 * {@code not_before} moved ahead, so that a file whose fetcher died becomes due again by itself.
 */
final class MediaTable {

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String TAKE =
            """
            UPDATE media f SET lease_token = :lease, not_before = :until, attempts = f.attempts + 1
            FROM (SELECT id FROM media
                  WHERE state = 'due' AND not_before <= :now AND number <> ALL (:resting)
                  ORDER BY not_before, id LIMIT :most FOR UPDATE SKIP LOCKED) due
            WHERE f.id = due.id
            RETURNING f.*
            """;

    private static final String OURS = " WHERE id = :id AND lease_token = :lease RETURNING conversation";

    private static final String KEEP =
            """
            UPDATE media SET state = 'kept', sha256 = :sha256, size = :size, mime_type = :mimeType, last_error = NULL,
                             lease_token = NULL
            """
                    + OURS;

    private static final String PUT_OFF =
            "UPDATE media SET not_before = :notBefore, last_error = :reason, lease_token = NULL" + OURS;

    private static final String GIVE_UP =
            "UPDATE media SET state = 'failed', last_error = :reason, lease_token = NULL" + OURS;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeptBytes bytes;
    private final Clock clock;

    MediaTable(JdbcClient jdbc, TransactionTemplate transaction, KeptBytes bytes, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bytes = bytes;
        this.clock = clock;
    }

    /** A file that is to be fetched. */
    record Due(
            long id,
            UUID lease,
            String number,
            String type,
            String media,
            @Nullable String name,
            Instant until,
            int attempt) {}

    /**
     * Takes up to that many files on a lease, those that wait longest first.
     *
     * @param resting ids of numbers of which none is taken
     */
    List<Due> take(int most, Collection<String> resting) {
        var now = clock.instant();
        return jdbc.sql(TAKE)
                .param("now", at(now))
                .param("until", at(now.plus(LEASE)))
                .param("lease", UUID.randomUUID())
                .param("most", most)
                .param("resting", resting.toArray(String[]::new))
                .query((row, n) -> due(row))
                .list();
    }

    /** Keeps the bytes of a file; the conversations that show it, none when the lease was lost. */
    List<Long> keep(long id, UUID lease, Fetched fetched) {
        return Objects.requireNonNull(transaction.execute(status -> {
            bytes.hold(fetched.sha256());
            var changed = jdbc.sql(KEEP)
                    .param("sha256", fetched.sha256())
                    .param("size", fetched.size())
                    .param("mimeType", fetched.mimeType())
                    .param("id", id)
                    .param("lease", lease)
                    .query(Long.class)
                    .list();
            if (!changed.isEmpty()) {
                bytes.place(fetched.bytes(), fetched.sha256());
            }
            return changed;
        }));
    }

    List<Long> putOff(long id, UUID lease, Instant notBefore, String reason) {
        return jdbc.sql(PUT_OFF)
                .param("notBefore", at(notBefore))
                .param("reason", reason)
                .param("id", id)
                .param("lease", lease)
                .query(Long.class)
                .list();
    }

    List<Long> giveUp(long id, UUID lease, String reason) {
        return jdbc.sql(GIVE_UP)
                .param("reason", reason)
                .param("id", id)
                .param("lease", lease)
                .query(Long.class)
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getObject("lease_token", UUID.class),
                row.getString("number"),
                row.getString("type"),
                row.getString("meta_id"),
                row.getString("name"),
                row.getObject("meta_until", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
