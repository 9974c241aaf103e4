package dev.rota.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for one kind of machine, packed in a jar on the class path. */
record Archive(URL location, String version) {

    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+)[.\\d]*\\.jar!");
    private static final int EXECUTABLE = 0100;

    static Archive ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Archive of(String system, String processor) {
        var family = system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        var kind = processor.equals("aarch64") ? "arm_64" : "x86_64";
        var location = Archive.class.getResource("/postgres-" + family + "-" + kind + ".txz");
        if (location == null) {
            throw new DatabaseException("Rota brings no PostgreSQL for " + system + " on " + processor
                    + ": set ROTA_DATABASE_URL to a PostgreSQL of your own, 14 or newer");
        }
        var jar = VERSION.matcher(location.toString());
        if (!jar.find()) {
            throw new DatabaseException(location + ": expected PostgreSQL inside a jar whose name ends in its version");
        }
        return new Archive(location, jar.group(1));
    }

    /** Unpacks everything into a new folder that only its owner can look into. */
    void unpack(Path root) throws IOException {
        Files.createDirectory(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var bytes = new BufferedInputStream(location.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(root));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            var executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.copy(tar, target);
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }
}
