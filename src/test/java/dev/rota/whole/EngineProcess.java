package dev.rota.whole;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An engine as {@code ./rota start} runs it, in a process that can be killed and started again. */
final class EngineProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long SECONDS_TO_STOP = 40;

    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final int door = Ground.freePort();
    private final int desk = Ground.freePort();
    private int starts;
    private @Nullable Process process;

    /** @param name what {@code ROTA_ENGINE} says */
    EngineProcess(String name, Path folder, Map<String, String> environment) {
        this.name = name;
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.put("ROTA_ENGINE", name);
        this.environment.put("ROTA_WEBHOOK_PORT", Integer.toString(door));
        this.environment.put("ROTA_PORT", Integer.toString(desk));
        this.environment.put("ROTA_MANAGEMENT_PORT", Integer.toString(Ground.freePort()));
    }

    /** Starts it, with the same command and environment each time. */
    void start() {
        starts++;
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=1", // most tests are over before it would pay to compile any better
                "-cp",
                withoutTests(),
                "dev.rota.Rota",
                "start");
        command.environment().keySet().removeIf(variable -> variable.startsWith("ROTA_"));
        command.environment().putAll(environment);
        try {
            process = command.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        await("engine " + name + " is ready")
                .atMost(PATIENCE)
                .failFast(name + " ended instead of starting: " + log(), () -> !running()
                        .isAlive())
                .until(() -> Files.readString(log()).contains("Rota is ready"));
    }

    /** As kill -9 does: nothing in it gets to say goodbye. */
    void kill() {
        running().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !running().isAlive());
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + door + "/webhooks/whatsapp");
    }

    /** Where its panel and API are. */
    URI desk() {
        return URI.create("http://127.0.0.1:" + desk);
    }

    /** Stops it as an operator does. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("engine " + name + " has not been started");
        }
        return process;
    }

    /** What it has said since its latest start. */
    private Path log() {
        return folder.resolve(name + "-" + starts + ".log");
    }

    /** Only what the product is made of: the engine must not find the tests' classes. */
    static String withoutTests() {
        var tests = EngineProcess.class.getProtectionDomain().getCodeSource().getLocation();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(Path.of(tests.getPath())))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
