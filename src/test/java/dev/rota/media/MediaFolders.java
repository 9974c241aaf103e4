package dev.rota.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Media folders for the tests of others. */
public final class MediaFolders {

    private MediaFolders() {}

    public static MediaFolder in(Path folder) {
        return new MediaFolder(folder);
    }

    /** Keeps bytes, and gives the hash that they are kept under. */
    public static String keep(Path folder, byte[] bytes) throws IOException {
        var kept = in(folder);
        var sha256 = FakeMeta.sha256(bytes);
        kept.keep(Files.write(kept.arriving(), bytes), sha256);
        return sha256;
    }
}
