package dev.rota.database;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The files of one server, and the password of its superuser in a file that only their owner can read. */
record Cluster(Path folder, String password) {

    static final String SUPERUSER = "postgres";

    /** Each attempt has a folder of its own, since a killed initdb may still be clearing up in an older one. */
    private static final String UNFINISHED = "pg.new-";

    private static final Duration CREATION_LIMIT = Duration.ofMinutes(2);

    /** Opens the cluster in the data folder, after making it if there is none; a killed making leaves none. */
    static Cluster open(Path dataDir, Binaries binaries, ServerUser user, ServerLog log)
            throws IOException, InterruptedException {
        var folder = dataDir.resolve("pg");
        var passwordFile = dataDir.resolve("pg.password");
        if (!Files.exists(folder)) {
            writePassword(passwordFile, user);
            create(folder, passwordFile, binaries, user, log);
        } else {
            deleteUnfinished(dataDir);
        }
        user.own(folder);
        requireVersion(folder, binaries);
        if (!Files.exists(passwordFile)) {
            throw new DatabaseException(
                    passwordFile + ": is missing; expected the password that " + folder + " was made with");
        }
        return new Cluster(folder, Files.readString(passwordFile).strip());
    }

    private static void create(Path folder, Path passwordFile, Binaries binaries, ServerUser user, ServerLog log)
            throws IOException, InterruptedException {
        var made = Files.createTempDirectory(folder.getParent(), UNFINISHED);
        user.own(made);
        var words = List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + made,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin", // the same order of text on every machine, and after its upgrades
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        var before = log.length();
        var initdb = ChildProcess.start(user, words, log);
        if (!initdb.endedWithin(CREATION_LIMIT) || initdb.exitCode() != 0) {
            initdb.stop();
            throw new DatabaseException(folder + ": initdb could not make the database: " + log.reasonSince(before));
        }
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        FileTree.sync(folder.resolveSibling("."));
    }

    private static void deleteUnfinished(Path dataDir) throws IOException {
        try (var folders = Files.newDirectoryStream(dataDir, UNFINISHED + "*")) {
            for (var folder : folders) {
                FileTree.delete(folder);
            }
        }
    }

    private static void writePassword(Path file, ServerUser user) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, randomPassword());
        user.own(file);
    }

    static String randomPassword() {
        return new BigInteger(160, new SecureRandom()).toString(Character.MAX_RADIX);
    }

    private static void requireVersion(Path folder, Binaries binaries) throws IOException {
        var file = folder.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "nothing";
        if (!version.equals(binaries.major())) {
            throw new DatabaseException(folder + ": holds data of PostgreSQL " + version + "; this Rota brings "
                    + binaries.version() + ": dump it with the old version and load it with this one");
        }
    }
}
