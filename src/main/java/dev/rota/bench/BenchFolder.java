package dev.rota.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The temporary folder of a run: the bench's company, and the database while the run lasts. */
record BenchFolder(Path path) implements AutoCloseable {

    private static final List<String> COMPANY =
            List.of("downstreams.yaml", "numbers.yaml", "queues.yaml", "shifts.yaml", "teams.yaml");

    static BenchFolder make() throws IOException {
        var made = new BenchFolder(Files.createTempDirectory("rota-bench-"));
        if (Files.getFileStore(made.path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            // As root the database runs as somebody else, who must be able to pass through.
            Files.setPosixFilePermissions(made.path, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Files.createDirectory(made.company());
        for (var file : COMPANY) {
            try (var bundled = BenchFolder.class.getResourceAsStream("company/" + file)) {
                Files.copy(Objects.requireNonNull(bundled, file), made.company().resolve(file));
            }
        }
        return made;
    }

    Path company() {
        return path.resolve("company");
    }

    Path data() {
        return path.resolve("data");
    }

    /** The kind of file system: on one in memory a commit costs nothing, and no figure means anything. */
    String fileSystem() throws IOException {
        return Files.getFileStore(path).type();
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
