package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;

/** A helpdesk of Debian's, set up and run by a script in {@code .ci}; what it holds is asked over its own API. */
abstract class RealHelpdesk implements AutoCloseable {

    static final String BACK_SECRET = "whole_back_secret";

    /** How its script ends where the packages are not installed. */
    private static final int NOT_INSTALLED = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    final int port = Ground.freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final Process process;

    /** Starts it; a machine without it skips the test, unless {@code ROTA_HELPDESKS=required}. */
    RealHelpdesk(Path folder, String script, String... words) {
        this.folder = folder;
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            process = new ProcessBuilder(Stream.concat(
                                    Stream.of(".ci/" + script, folder.toString(), Integer.toString(port)),
                                    Stream.of(words))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(script + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(script + " runs").atMost(PATIENCE).until(() -> !process.isAlive() || answers());
        var there = process.isAlive() || process.exitValue() != NOT_INSTALLED;
        if ("required".equals(System.getenv("ROTA_HELPDESKS"))) {
            assertThat(there)
                    .as("ROTA_HELPDESKS=required, and .ci/%s runs", script)
                    .isTrue();
        }
        Assumptions.assumeTrue(there, script + " is not installed, so nobody looks at tickets in it");
        assertThat(process.isAlive()).as("%s runs: %s", script, folder).isTrue();
    }

    /** What {@code config/downstreams.yaml} says of it. */
    abstract String configuration(URI url);

    /** What Rota's own user signs in with. */
    abstract String token();

    /** What it calls an agent. */
    abstract String id(String agent);

    /** How many tickets it holds for a reference. */
    abstract int tickets(String reference);

    /** Whose the ticket is: an agent's name, or nothing. */
    abstract String owner(String reference);

    abstract void reply(String agent, String reference, String text);

    abstract void close(String agent, String reference);

    /** All that was said in it that customers read. */
    abstract List<String> said(String reference);

    /** The lines of a file that its script wrote: a name and what belongs to it. */
    Map<String, String[]> lines(String file) {
        var lines = new HashMap<String, String[]>();
        try {
            Files.readAllLines(folder.resolve(file))
                    .forEach(line -> lines.put(line.split(" ", -1)[0], line.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    String line(String file, String name, int place) {
        return Objects.requireNonNull(lines(file).get(name), name)[place];
    }

    JsonNode call(String method, String path, String body, String header, String value) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100)
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(2);
            return json.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String written(Object body) {
        return json.valueToTree(body).toString();
    }

    private boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    > 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
