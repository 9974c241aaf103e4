package dev.rota.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Puts values where placeholders stand.
 *
 * @param folder what relative paths start from
 * @param environment the value of a variable, or null
 * @param files where the contents of files come from
 */
record Placeholders(Path folder, Variables environment, SecretFiles files) {

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
