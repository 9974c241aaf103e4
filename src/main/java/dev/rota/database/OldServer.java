package dev.rota.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The server that an earlier engine may have left on a cluster. Whoever holds the data folder's lock may end it, since
 * nobody else can be using it.
 */
final class OldServer {

    private static final Duration FAST = Duration.ofSeconds(8);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 20;

    private OldServer() {}

    /** Returns once no server runs on the cluster and no stale {@code postmaster.pid} is in the next one's way. */
    static void end(Path cluster) throws IOException, InterruptedException {
        var file = PostmasterFile.read(cluster);
        if (file.isEmpty()) {
            return;
        }
        var pid = file.get().pid();
        if (!stopped(pid, cluster, "INT", FAST) && !stopped(pid, cluster, "QUIT", IMMEDIATE)) {
            throw new DatabaseException(
                    cluster + ": an old server, process " + pid + ", does not end: kill it by hand");
        }
        Files.deleteIfExists(PostmasterFile.in(cluster));
    }

    private static boolean stopped(long pid, Path cluster, String signal, Duration patience)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        if (serves(pid, cluster)) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        }
        while (serves(pid, cluster) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
        return !serves(pid, cluster);
    }

    /** Asks for the words of the process as well: after a reboot its number may belong to anybody. */
    private static boolean serves(long pid, Path cluster) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(words -> words.contains(" " + cluster + " "))
                .isPresent();
    }
}
