package dev.rota.database;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** What the server says, in a file that outlives it and is kept to about twice {@link #BOUND} with its predecessor. */
record ServerLog(Path file) {

    static final long BOUND = 8L << 20;

    private static final int TAIL = 16 << 10;
    private static final Pattern WHY = Pattern.compile("(?m)^.*(?:FATAL|PANIC|error): +(.*)$");

    static ServerLog open(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return new ServerLog(file);
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /** Starts the file again once it is too long; the server, which appends, goes on writing to it. */
    void bound() throws IOException {
        if (length() > BOUND) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(file, WRITE).truncate(0).close();
        }
    }

    /** The first reason to give up that was written since the log had a certain length. */
    String reasonSince(long length) throws IOException {
        try (var channel = FileChannel.open(file, READ).position(length)) {
            var tail = new String(Channels.newInputStream(channel).readNBytes(TAIL), StandardCharsets.UTF_8);
            var why = WHY.matcher(tail);
            return why.find() ? why.group(1) : "it gives no reason in " + file;
        }
    }
}
