package dev.rota.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An engine as {@code rota start} runs it, in a process and with a heap of its own. */
final class BenchEngine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:-PrintWarnings",
            "-Dlogging.level.dev.rota=warn");

    private final BenchFolder folder;
    private final Process process;
    private final int door;
    private final int desk;

    private BenchEngine(BenchFolder folder, Process process, int door, int desk) {
        this.folder = folder;
        this.process = process;
        this.door = door;
        this.desk = desk;
    }

    /**
     * Starts an engine on ports that are free, and waits until it is ready.
     *
     * @param helpdesks the port of the helpdesks that it tells
     */
    static BenchEngine start(BenchFolder folder, BenchDatabase database, int helpdesks) {
        var door = freePort();
        var desk = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(java);
        command.command().addAll(JVM);
        command.command()
                .addAll(List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tether.class.getName(),
                        "dev.rota.Rota",
                        "start"));
        var environment = command.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("ROTA_"));
        environment.putAll(database.environment());
        environment.putAll(Map.ofEntries(
                Map.entry("ROTA_PORT", Integer.toString(desk)),
                Map.entry("ROTA_WEBHOOK_PORT", Integer.toString(door)),
                Map.entry("ROTA_MANAGEMENT_PORT", Integer.toString(freePort())),
                Map.entry("ROTA_BIND", "127.0.0.1"),
                Map.entry("ROTA_API_TOKENS", "bench:admin:" + folder.secret()),
                Map.entry("ROTA_ENGINE", "bench"),
                Map.entry("ROTA_DATA_DIR", folder.data().toString()),
                Map.entry("ROTA_CONFIG_DIR", folder.company().toString()),
                Map.entry("ROTA_ROUTES_DIR", folder.routes().toString()),
                Map.entry("ROTA_HELPDESK_URL", "http://127.0.0.1:" + helpdesks)));
        for (var secret : List.of(
                "ROTA_WHATSAPP_APP_SECRETS",
                "ROTA_WHATSAPP_ACCESS_TOKEN",
                "ROTA_WHATSAPP_VERIFY_TOKEN",
                "ROTA_HELPDESK_SECRET",
                "ROTA_ADMIN_PASSWORD")) {
            environment.put(secret, folder.secret());
        }
        return ready(folder, command, door, desk);
    }

    private static BenchEngine ready(BenchFolder folder, ProcessBuilder command, int door, int desk) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(folder.log().toFile()))
                    .start();
            var engine = new BenchEngine(folder, process, door, desk);
            engine.awaitReady();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(folder.log()).contains("Rota is ready")) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IllegalStateException("the engine did not start: " + Files.readString(folder.log()));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Where webhooks go. */
    Target door() {
        return new Target(door, "/webhooks/whatsapp");
    }

    /** Where people and programs work. */
    URI desk() {
        return URI.create("http://127.0.0.1:" + desk);
    }

    /** The processor time that it has taken so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What is on its heap and in use, in bytes; the engine rests while it is counted. */
    long liveBytes() {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var counted = new ProcessBuilder(tool, Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = counted.inputReader()) {
                return lines.lines()
                        .filter(line -> line.startsWith("Total"))
                        .map(String::trim)
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("jcmd did not count the engine's heap"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
