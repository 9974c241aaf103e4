package dev.rota.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;

/** How to start the server of a cluster on a port, as often as it is needed. */
record Server(Binaries binaries, Cluster cluster, ServerUser user, ServerLog log, int port) {

    /** Recovery after a crash reads up to a gigabyte again. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int PORTS_FROM = 20_000;
    private static final int PORTS_TO = 32_000;

    /** A free port below those that the kernel gives to outgoing connections: none can sit on it during a restart. */
    static int freePort() {
        return new SecureRandom()
                .ints(PORTS_FROM, PORTS_TO)
                .filter(Server::isFree)
                .findFirst()
                .getAsInt();
    }

    /** Starts it, trying for a while: a killed server leaves processes that hold its memory for some seconds. */
    ChildProcess start(Duration patience) throws IOException, InterruptedException {
        OldServer.end(cluster.folder());
        requireFreePort();
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return startOnce();
            } catch (DatabaseException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private ChildProcess startOnce() throws IOException, InterruptedException {
        var before = log.length();
        var process = ChildProcess.start(
                user, ServerSettings.commandLine(binaries.program("postgres"), cluster.folder(), port), log);
        try {
            awaitReady(process, before);
            return process;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    private void awaitReady(ChildProcess process, long before) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady(process)) {
            if (process.endedWithin(LOOK)) {
                throw new DatabaseException(
                        cluster.folder() + ": PostgreSQL does not start: " + log.reasonSince(before));
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseException(cluster.folder() + ": PostgreSQL was not ready after "
                        + START_LIMIT.toMinutes() + " minutes, see " + log.file());
            }
        }
    }

    private boolean isReady(ChildProcess process) throws IOException {
        return PostmasterFile.read(cluster.folder())
                .filter(file -> file.ready() && process.isParentOf(file.pid()))
                .isPresent();
    }

    private void requireFreePort() {
        if (!isFree(port)) {
            throw new DatabaseException(
                    "port " + port + " of 127.0.0.1 is taken; expected it free for the embedded PostgreSQL");
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
