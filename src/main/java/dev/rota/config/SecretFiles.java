package dev.rota.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that placeholders name, with the last good content of each: one that vanishes takes no secret with it. */
final class SecretFiles {

    private static final Logger log = LoggerFactory.getLogger(SecretFiles.class);

    private final Map<Path, String> good = new HashMap<>();

    /** What a file said at the last look when that was new: it may have been half written. */
    private final Map<Path, String> seen = new HashMap<>();

    private final Set<Path> missing = new HashSet<>();

    /** The content of a file, or null when there never was one. */
    synchronized @Nullable String read(Path file) {
        return good.computeIfAbsent(file, SecretFiles::content);
    }

    /** Looks at all files that were asked for; whether one of them has a new content, the same at two looks in a row. */
    synchronized boolean look() {
        var changed = false;
        for (var file : Set.copyOf(good.keySet())) {
            changed |= look(file);
        }
        return changed;
    }

    private boolean look(Path file) {
        var content = content(file);
        if (content == null) {
            seen.remove(file);
            if (missing.add(file)) {
                log.warn("config: {} is empty or cannot be read; what it said last stays in force", file);
            }
            return false;
        }
        missing.remove(file);
        if (content.equals(good.get(file))) {
            seen.remove(file);
            return false;
        }
        if (!content.equals(seen.put(file, content))) {
            return false;
        }
        seen.remove(file);
        good.put(file, content);
        log.info("config: {} has changed and is in force", file);
        return true;
    }

    private static @Nullable String content(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return text.isBlank() ? null : text;
        } catch (IOException unreadable) {
            return null; // the caller reports it: at the start with the line of the placeholder
        }
    }

    @Override
    public String toString() {
        return "SecretFiles" + good.keySet();
    }
}
