package dev.rota.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Puts values where placeholders stand: variables, and the contents of files as they are now. */
public final class Placeholders {

    private final Path folder;
    private final Variables environment;
    private final SecretFiles files = new SecretFiles();

    private Placeholders(Path folder, Variables environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The values of this machine.
     *
     * @param folder what relative paths start from
     * @param environment the value of a variable, or null
     */
    public static Placeholders of(Path folder, Variables environment) {
        return new Placeholders(folder.normalize(), environment);
    }

    /** Whether a file that was asked for has a new content, the same at two looks in a row. */
    public boolean changed() {
        return files.look();
    }

    /** The text with all values in place; empty when one of them is missing, which is reported as a warning. */
    Optional<String> resolve(Located<Template> template, Source warnings) {
        var text = new StringBuilder();
        var matcher = Template.PLACEHOLDER.matcher(template.value().text());
        var whole = true;
        while (matcher.find()) {
            var value = value(matcher.group(1), matcher.group(2).strip());
            if (value == null) {
                warnings.problem(
                        template.line(),
                        missing(matcher.group(1), matcher.group(2).strip()));
                whole = false;
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return whole ? Optional.of(matcher.appendTail(text).toString()) : Optional.empty();
    }

    /** The parameters of a Kamelet with all values in place, without those of which one is missing. */
    Map<String, String> parameters(Named<Template> with, Source warnings) {
        var parameters = new LinkedHashMap<String, String>();
        with.forEach((name, line, value) ->
                resolve(new Located<>(value, line), warnings).ifPresent(text -> parameters.put(name, text)));
        return parameters;
    }

    private @Nullable String value(String kind, String name) {
        var value = kind.equals("env") ? environment.get(name) : content(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable String content(String path) {
        try {
            return files.read(folder.resolve(path));
        } catch (InvalidPathException unreadable) {
            return null; // the caller reports it, with the line of the placeholder
        }
    }

    private static String missing(String kind, String name) {
        return kind.equals("env")
                ? "the environment variable " + name + " is not set"
                : "the file " + name + " is empty or cannot be read";
    }
}
