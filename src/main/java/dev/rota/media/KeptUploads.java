package dev.rota.media;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.FileKind;
import dev.rota.desk.FilePost;
import dev.rota.desk.FilePosted;
import dev.rota.desk.Reply;
import dev.rota.desk.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that agents send: kept here first, then brought to Meta ahead of their message. */
public final class KeptUploads implements Uploads {

    /** Meta keeps an upload for thirty days; whatever is older by then goes there again. */
    private static final Duration KEPT_AT_META = Duration.ofDays(29);

    private final UploadTable table;
    private final MediaFolder folder;
    private final FileTypes types;

    KeptUploads(UploadTable table, MediaFolder folder, FileTypes types) {
        this.table = table;
        this.folder = folder;
        this.types = types;
    }

    @Override
    public Upload take(long conversation, String number, InputStream bytes, @Nullable String name, String author)
            throws IOException, NotSendable {
        var arriving = folder.arriving();
        try {
            var sha256 = write(bytes, arriving);
            var mimeType = types.of(arriving, name);
            var size = Files.size(arriving);
            var kind = FileKind.of(mimeType).orElseThrow(() -> NotSendable.type(mimeType));
            if (size == 0 || size > kind.largest()) {
                throw NotSendable.size(kind, size);
            }
            var called = FileNames.of(name, kind.type(), mimeType);
            var arrived = new UploadTable.Arrived(arriving, sha256, size, mimeType);
            return table.keep(conversation, number, kind, called, author, arrived);
        } finally {
            MediaFolder.delete(arriving);
        }
    }

    private static String write(InputStream bytes, Path into) throws IOException {
        try (var digested = new DigestInputStream(bytes, Download.sha256())) {
            Files.copy(digested, into);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }

    @Override
    public Optional<Upload> find(long conversation, long file) {
        return table.find(conversation, file);
    }

    /** The reply as it is to go out: a file that Meta has already goes by Meta's id. */
    public Reply known(Reply reply) {
        if (!(reply.wording() instanceof Wording.Upload upload)) {
            return reply;
        }
        return table.atMeta(upload.file())
                .map(id -> reply.saying(new Wording.File(upload.type(), id, upload.caption(), upload.filename())))
                .orElse(reply);
    }

    /**
     * What is to go to Meta ahead of a reply.
     *
     * @throws NoSuchFileException when its bytes are gone
     */
    public FilePost open(Reply reply) throws NoSuchFileException {
        var file = ((Wording.Upload) reply.wording()).file();
        var kept = table.kept(file).orElseThrow(() -> new NoSuchFileException("file " + file + " has been removed"));
        var bytes = folder.find(kept.sha256())
                .orElseThrow(() -> new NoSuchFileException("file " + file + " is not in the media folder"));
        return new FilePost(file, reply.number(), bytes, kept.mimeType());
    }

    /** What came of it; a file that is at Meta now lets its message go at once, under a lease of its own. */
    public DeliveryOutcome settled(Reply reply, FilePosted posted) {
        if (posted instanceof FilePosted.At at) {
            table.remember(((Wording.Upload) reply.wording()).file(), at.id(), KEPT_AT_META);
            return new Retry("its file is at Meta now, and the message follows", null);
        }
        return ((FilePosted.Not) posted).outcome();
    }
}
