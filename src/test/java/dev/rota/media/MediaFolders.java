package dev.rota.media;

import dev.rota.desk.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Media folders for the tests of others. */
public final class MediaFolders {

    private MediaFolders() {}

    public static MediaFolder in(Path folder) {
        return new MediaFolder(folder);
    }

    /** What routes call {@code uploads}, with nothing uploaded. */
    public static KeptUploads keptUploads(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        var folder = in(Path.of("target/no-uploads"));
        var table = new UploadTable(jdbc, transaction, new KeptBytes(jdbc, transaction, folder), clock);
        return new KeptUploads(table, folder, new FileTypes());
    }

    /** Takes whatever Meta would take, and forgets it. */
    public static Uploads uploads() {
        return new Uploads() {
            @Override
            public Upload take(
                    long conversation, String number, InputStream bytes, @Nullable String name, String author)
                    throws IOException, NotSendable {
                var file = Files.write(Files.createTempFile("upload", null), bytes.readAllBytes());
                var type = new FileTypes().of(file, name);
                var kind = FileKind.of(type).orElseThrow(() -> NotSendable.type(type));
                return new Upload(3, kind.type(), FileNames.of(name, "file", type), type, Files.size(file));
            }

            @Override
            public Optional<Upload> find(long conversation, long file) {
                return file == 3
                        ? Optional.of(new Upload(3, "document", "fatura.pdf", "application/pdf", 8))
                        : Optional.empty();
            }
        };
    }

    /** Keeps bytes, and gives the hash that they are kept under. */
    public static String keep(Path folder, byte[] bytes) throws IOException {
        var kept = in(folder);
        var sha256 = FakeMeta.sha256(bytes);
        kept.keep(Files.write(kept.arriving(), bytes), sha256);
        return sha256;
    }
}
