package dev.rota.bench;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The temporary folder of a run: the bench's company, and the database while the run lasts. */
record BenchFolder(Path path, String secret) implements AutoCloseable {

    private static final List<String> COMPANY =
            List.of("downstreams.yaml", "numbers.yaml", "queues.yaml", "shifts.yaml", "teams.yaml");

    /** Makes one with these routes, but for their tests: those are of another company. */
    static BenchFolder make(Path routes) throws IOException {
        var made = new BenchFolder(
                Files.createTempDirectory("rota-bench-"), UUID.randomUUID().toString());
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
        made.copy(routes);
        return made;
    }

    private void copy(Path routes) throws IOException {
        try (var all = Files.walk(routes)) {
            for (var each : all.filter(path -> !path.startsWith(routes.resolve("triage/tests")))
                    .toList()) {
                Files.copy(each, routes().resolve(routes.relativize(each).toString()));
            }
        }
    }

    Path routes() {
        return path.resolve("routes");
    }

    Path company() {
        return path.resolve("company");
    }

    Path log() {
        return path.resolve("engine.log");
    }

    /** The bench's company, with its secret wherever one belongs. */
    Company read() {
        return ConfigReader.read(company(), name -> secret).required();
    }

    /** Its numbers, always in the same order. */
    List<Number> numbers() {
        return read().numbers().values().stream()
                .sorted(Comparator.comparing(Number::name))
                .toList();
    }

    Path data() {
        return path.resolve("data");
    }

    /** The kind of file system: on one in memory a commit costs nothing, and no figure means anything. */
    String fileSystem() throws IOException {
        return Files.getFileStore(path).type();
    }

    @Override
    public String toString() {
        return "BenchFolder[" + path + "]";
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
