package dev.rota.media;

import dev.rota.desk.Erasable;
import dev.rota.desk.Traces;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes out the files of a customer's conversations, at once; what somebody else was sent too stays theirs. */
final class MediaErasure implements Erasable {

    private static final String ERASE =
            """
            UPDATE media f SET state = 'removed', sha256 = NULL, name = NULL, meta_id = NULL, lease_token = NULL,
                last_error = NULL
            FROM (SELECT id, sha256 FROM media WHERE conversation = ANY (?) FOR UPDATE) old
            WHERE f.id = old.id AND (f.state <> 'removed' OR f.name IS NOT NULL OR f.meta_id IS NOT NULL)
            RETURNING old.sha256
            """;

    private final JdbcClient jdbc;
    private final KeptBytes bytes;

    MediaErasure(JdbcClient jdbc, KeptBytes bytes) {
        this.jdbc = jdbc;
        this.bytes = bytes;
    }

    @Override
    public Optional<String> obstacle(Traces traces) {
        return Optional.empty();
    }

    @Override
    public Map<String, Integer> erase(Traces traces) {
        var conversations =
                traces.conversations().stream().mapToLong(Long::longValue).toArray();
        var erased = jdbc.sql(ERASE)
                .param(conversations)
                .query((row, n) -> Optional.<String>ofNullable(row.getString(1)))
                .list();
        var hashes = new HashSet<String>();
        erased.forEach(hash -> hash.ifPresent(hashes::add));
        hashes.forEach(bytes::deleteUnused);
        return Map.of("media", erased.size());
    }
}
