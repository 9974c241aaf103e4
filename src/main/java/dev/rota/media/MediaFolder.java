package dev.rota.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The folder that files lie in, each under the hash of its bytes, so that what was sent often lies there once. No page
 * leads into it. Engines on one database share it.
 */
public final class MediaFolder {

    private static final String ARRIVING = "arriving";
    private static final String HASH = "[0-9a-f]{64}";

    private final Path folder;

    MediaFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** A place for bytes that are still arriving; it has no name that anybody could know. */
    Path arriving() throws IOException {
        return Files.createDirectories(folder.resolve(ARRIVING))
                .resolve(UUID.randomUUID().toString());
    }

    /** Where a server may put uploads while they come. */
    public Path uploading() {
        try {
            return Files.createDirectories(folder.resolve(ARRIVING));
        } catch (IOException e) {
            throw new IllegalStateException("the media folder " + folder + " can't be written ("
                    + e.getClass().getSimpleName() + "); expected one that can in ROTA_MEDIA_DIR");
        }
    }

    /** Keeps what has arrived: it is there as a whole and for good, or not at all. */
    void keep(Path arrived, String sha256) throws IOException {
        var kept = place(sha256);
        Files.createDirectories(kept.getParent());
        try (var bytes = FileChannel.open(arrived, StandardOpenOption.WRITE)) {
            bytes.force(true);
        }
        Files.move(arrived, kept, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(kept.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Where the bytes of that hash lie; nothing when they do not. */
    public Optional<Path> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    void delete(String sha256) {
        delete(place(sha256));
    }

    /** Takes away what is not wanted any more, or never came to its end. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the media folder can't be deleted", e);
        }
    }

    /** How many bytes there is room for. */
    long room() throws IOException {
        return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
    }

    /** Shows everything that lies there, kept or arriving. */
    void forEach(Consumer<Path> visitor) throws IOException {
        try (var all = Files.walk(Files.createDirectories(folder))) {
            all.filter(Files::isRegularFile).forEach(visitor);
        }
    }

    /** The hash that a file is kept under; nothing for one that is still arriving, or is not ours. */
    Optional<String> hash(Path file) {
        var name = file.getFileName().toString();
        return name.matches(HASH) && file.equals(place(name)) ? Optional.of(name) : Optional.empty();
    }

    /** Whether a file was arriving, and nothing has been written to it since that instant. */
    boolean hasGivenUp(Path file, Instant since) {
        return file.startsWith(folder.resolve(ARRIVING)) && file.toFile().lastModified() < since.toEpochMilli();
    }

    private Path place(String sha256) {
        if (!sha256.matches(HASH)) {
            throw new IllegalArgumentException("a file is kept under its SHA-256, and this is none");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
