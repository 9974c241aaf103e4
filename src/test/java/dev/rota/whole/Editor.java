package dev.rota.whole;

import static org.awaitility.Awaitility.await;

import dev.rota.config.RuleFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Somebody who edits the rules while they are at work. Each version of them stands in the ids of every branch of both
 * files, so that a decision tells by which version of each it was made.
 */
final class Editor {

    private static final String QUEUE = "queue.camel.yaml";
    private static final String REQUEST_TYPE = "request-type.camel.yaml";

    private final Path config;
    private final Path routes;
    private final Path triage;
    private final Set<String> sound = new LinkedHashSet<>();
    private int version;

    Editor(Path config, Path routes) {
        this.config = config;
        this.routes = routes;
        this.triage = routes.resolve("triage");
    }

    /** The hash of the files as they are now, which is one that may come into force. */
    String sound() {
        var hash = RuleFolders.read(config, routes).hash();
        sound.add(hash);
        return hash;
    }

    /** Every hash that may have come into force. */
    Set<String> allSound() {
        return sound;
    }

    /** Saves the next version of one file, and of the other that belongs to it a moment later. */
    String next(Duration apart) {
        version++;
        save(REQUEST_TYPE, original(REQUEST_TYPE));
        await().pollDelay(apart).until(() -> true);
        save(QUEUE, original(QUEUE));
        return sound();
    }

    /** Saves a file with a queue that there is not. */
    void breakFile() {
        save(QUEUE, original(QUEUE).replace("\"queue:support\"", "\"queue:suport\""));
    }

    /** Saves half a file, as an editor or a copy that has been interrupted leaves it. */
    void tearFile() {
        var text = original(QUEUE);
        save(QUEUE, text.substring(0, text.length() / 2));
    }

    void delete() {
        try {
            Files.delete(triage.resolve(QUEUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renames a file; its rules are the same, but their names are others. */
    String rename(String from, String to) {
        try {
            Files.move(triage.resolve(from), triage.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sound();
    }

    /** Saves the file of this version as most editors do: beside it first, then in its place. */
    String mend() {
        try {
            var draft = Files.writeString(triage.resolve(".draft"), original(QUEUE));
            Files.move(
                    draft, triage.resolve(QUEUE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sound();
    }

    private void save(String file, String text) {
        try {
            Files.writeString(triage.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String original(String file) {
        try {
            return Files.readString(Path.of("routes/triage", file))
                    .replaceAll("(?m)\\bid: ([a-z-]+)$", "id: $1-v" + version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
