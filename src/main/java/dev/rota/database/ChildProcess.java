package dev.rota.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that ends with Rota, however Rota ends: when a pipe of ours closes, a shell beside it interrupts it and, if
 * that is not enough, makes it quit.
 */
final class ChildProcess {

    /** Longer than the shell's own patience, after which it makes the program quit. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A session of its own, or Ctrl-C in a terminal would end the server before the engine is done with it. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final String SHELL = shell();

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts a program as a user, with nothing of our environment, and its words appended to a log. */
    static ChildProcess start(ServerUser user, List<String> program, ServerLog log) throws IOException {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(user.command(List.of("sh", "-c", SHELL, "rota")));
        words.addAll(program);
        var builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.file().toFile()));
        builder.environment().keySet().retainAll(Set.of("PATH"));
        return new ChildProcess(builder.start());
    }

    boolean isParentOf(long pid) {
        return process.children().anyMatch(child -> child.pid() == pid);
    }

    boolean endedWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Lets go of the pipe and waits until the program has ended; false if it has not after some seconds. */
    boolean stop() {
        try {
            process.getOutputStream().close();
            return endedWithin(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String shell() {
        try (var script = ChildProcess.class.getResourceAsStream("end-with-parent.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
