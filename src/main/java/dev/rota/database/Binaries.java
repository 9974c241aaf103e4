package dev.rota.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the jar that carries them. */
record Binaries(Path home, String version) {

    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+)[.\\d]*\\.jar!");

    /** Unpacks the programs into a folder, once: a second process waits for the first, and a killed one leaves nothing. */
    static synchronized Binaries unpack(Path folder, ServerUser user) throws IOException {
        var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        var version = version(archive);
        var home = folder.resolve(version);
        try (var lock = FileChannel.open(folder.resolve("unpack.lock"), CREATE, WRITE)) {
            lock.lock();
            if (!Files.exists(home)) {
                var partial = folder.resolve(version + ".partial");
                FileTree.delete(partial);
                unpack(archive, partial);
                user.own(partial);
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        user.own(home);
        return new Binaries(home, version);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    static URL archive(String system, String processor) {
        var family = system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        var kind = processor.equals("aarch64") ? "arm_64" : "x86_64";
        var found = Binaries.class.getResource("/postgres-" + family + "-" + kind + ".txz");
        if (found == null) {
            throw new DatabaseException("Rota brings no PostgreSQL for " + system + " on " + processor
                    + ": set ROTA_DATABASE_URL to a PostgreSQL of your own, 14 or newer");
        }
        return found;
    }

    private static String version(URL archive) {
        var jar = VERSION.matcher(archive.toString());
        if (!jar.find()) {
            throw new DatabaseException(archive + ": expected PostgreSQL inside a jar whose name ends in its version");
        }
        return jar.group(1);
    }

    private static void unpack(URL archive, Path root) throws IOException {
        try (var bytes = new BufferedInputStream(archive.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
