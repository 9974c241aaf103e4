package dev.rota.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What engines and their database have logged below a folder. */
record Logs(Path folder) {

    private static final int LAST_LINES = 80;

    /** The places where one of these texts stands, without what else is there. */
    List<String> leaks(Collection<String> texts) {
        var leaks = new ArrayList<String>();
        for (var file : files()) {
            var lines = lines(file);
            for (var n = 0; n < lines.size(); n++) {
                var line = lines.get(n);
                var place = file.getFileName() + ":" + (n + 1);
                texts.stream().filter(line::contains).forEach(text -> leaks.add(place + " holds " + text));
            }
        }
        return leaks;
    }

    /** Shows the end of each. */
    void print() {
        for (var file : files()) {
            var lines = lines(file);
            System.err.println("== " + file);
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(System.err::println);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files =
                Files.find(folder, 2, (file, is) -> file.toString().endsWith(".log"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a charset that takes every byte, since a log may end in the middle of a letter. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
