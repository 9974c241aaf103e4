package dev.rota.config;

import dev.rota.inquiry.Content;
import dev.rota.inquiry.Gist;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a test's customer says.
 *
 * @param text null without words
 * @param type null for the one that goes without saying: words, or the tap on a button
 * @param button the id of what is tapped, or null
 */
record SaidEntry(@Nullable String text, @Nullable String type, @Nullable String button) {

    boolean isEmpty() {
        return text == null && type == null && button == null;
    }

    /** Whether there is a button only where one can be. */
    boolean fits() {
        return type == null || button == null || Gist.TAPPED.contains(type);
    }

    Content content() {
        var usual = button == null ? "text" : "interactive";
        return new Gist(Objects.requireNonNullElse(type, usual), Objects.requireNonNullElse(text, ""), button)
                .content();
    }

    @Override
    public String toString() {
        return "SaidEntry[" + type + "]";
    }
}
