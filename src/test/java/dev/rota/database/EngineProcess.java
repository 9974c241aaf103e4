package dev.rota.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An engine of its own process, to be killed: it owns a data folder, or a bare program without a shell beside it. */
final class EngineProcess implements AutoCloseable {

    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            new ProcessBuilder("sleep", "300").start();
        } else {
            var postgres = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]), Server.freePort());
            Sql.run(postgres, "CREATE TABLE IF NOT EXISTS kept (word text)");
            Sql.run(postgres, "INSERT INTO kept VALUES ('committed')");
        }
        System.out.println("ready");
        System.in.read();
    }

    static EngineProcess start(Path... folders) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), EngineProcess.class.getName());
        List.of(folders).forEach(folder -> builder.command().add(folder.toString()));
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the engine's process ended before it was ready");
            }
        }
        return new EngineProcess(process);
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Keeps it from noticing anything until it is killed. */
    void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Kills it, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** A process that has ended, but that its parent has not asked about, has no words any more. */
    static boolean runs(Optional<ProcessHandle> process) {
        return process.flatMap(found -> found.info().commandLine()).isPresent();
    }
}
