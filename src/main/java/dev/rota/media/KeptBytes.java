package dev.rota.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts bytes in their place and takes them away, for each hash one at a time over all engines. */
final class KeptBytes {

    private static final String HOLD = "SELECT pg_advisory_xact_lock(hashtextextended(:sha256, 7683))";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MediaFolder folder;

    KeptBytes(JdbcClient jdbc, TransactionTemplate transaction, MediaFolder folder) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
    }

    /** Lets nobody else touch the bytes of a hash until the transaction ends. */
    void hold(String sha256) {
        jdbc.sql(HOLD).param("sha256", sha256).query((row, n) -> n).list();
    }

    /** Keeps bytes that have arrived, which are held. */
    void place(Path arrived, String sha256) {
        try {
            folder.keep(arrived, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("a file can't be kept in the media folder", e);
        }
    }

    /** Deletes the bytes of a hash that no row names any more; whoever keeps the same at this moment waits. */
    boolean deleteUnused(String sha256) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            hold(sha256);
            var isUsed = jdbc.sql("SELECT EXISTS (SELECT FROM media WHERE sha256 = :sha256)")
                    .param("sha256", sha256)
                    .query(Boolean.class)
                    .single();
            if (!isUsed) {
                folder.delete(sha256);
            }
            return !isUsed;
        }));
    }
}
