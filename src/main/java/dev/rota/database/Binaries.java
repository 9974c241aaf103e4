package dev.rota.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's programs on this machine's disk. */
record Binaries(Path home, String version) {

    /** Unpacks the programs, once: a second process waits for the first, and a killed one leaves no half of them. */
    static synchronized Binaries unpack(Archive archive, Path folder, ServerUser user) throws IOException {
        var home = folder.resolve(archive.version());
        try (var lock = FileChannel.open(folder.resolve("unpack.lock"), CREATE, WRITE)) {
            lock.lock();
            if (!Files.exists(home)) {
                var partial = folder.resolve(archive.version() + ".partial");
                FileTree.delete(partial);
                archive.unpack(partial);
                user.own(partial);
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        user.own(home);
        return new Binaries(home, archive.version());
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }
}
