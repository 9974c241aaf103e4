package dev.rota;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of code on a page of {@code docs/}. */
public final class Snippets {

    private Snippets() {}

    public static List<String> of(Path page, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
