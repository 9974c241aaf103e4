package dev.rota.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: which process serves the cluster, and whether it takes connections yet. */
record PostmasterFile(long pid, boolean ready) {

    private static final int PID_LINE = 0;
    private static final int STATUS_LINE = 7;

    /** Reads the file of a cluster; empty while there is none, or while the server is still writing it. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        var lines = lines(in(cluster));
        if (lines.isEmpty() || !lines.get(PID_LINE).strip().matches("\\d+")) {
            return Optional.empty();
        }
        var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
        return Optional.of(new PostmasterFile(Long.parseLong(lines.get(PID_LINE).strip()), ready));
    }

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException noServer) {
            return List.of();
        }
    }
}
