package dev.rota.database;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server running: one that ends by itself is started again on its port, until it is told to stop. */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final Server server;
    private final Thread thread = new Thread(this::watch, "postgres-supervisor");
    private volatile ChildProcess process;

    private Supervisor(Server server, ChildProcess process) {
        this.server = server;
        this.process = process;
    }

    /** Returns when the server takes connections. */
    static Supervisor start(Server server) throws IOException, InterruptedException {
        var supervisor = new Supervisor(server, server.start(PATIENCE));
        supervisor.thread.setDaemon(true);
        supervisor.thread.start();
        return supervisor;
    }

    /** Ends the watch and then the server, with a checkpoint. */
    void stop() {
        thread.interrupt();
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (!process.stop()) {
            LOG.error(
                    "{}: PostgreSQL still runs, though it was told to stop",
                    server.cluster().folder());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                watchOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to stop
        }
    }

    private void watchOnce() throws InterruptedException {
        try {
            if (process.endedWithin(ROUND)) {
                LOG.warn("PostgreSQL ended by itself with code {}; starting it again", process.exitCode());
                process = server.start(PATIENCE);
                LOG.info("PostgreSQL is back on port {}", server.port());
            }
            server.log().bound();
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL is not back yet, trying on", e);
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
