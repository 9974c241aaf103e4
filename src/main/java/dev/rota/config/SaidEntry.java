package dev.rota.config;

import dev.rota.inquiry.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a test's customer says.
 *
 * @param text null without words
 * @param type Meta's name of the message's type; null for the one that goes without saying
 * @param button the id of what was tapped, or null
 */
record SaidEntry(@Nullable String text, @Nullable String type, @Nullable String button) {

    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "document", "sticker");
    private static final Set<String> TAPPED = Set.of("interactive", "button");

    /** What asks for an answer, so that rules run. */
    static final Set<String> TYPES = new TreeSet<>(Set.of(
            "text",
            "image",
            "audio",
            "video",
            "document",
            "sticker",
            "interactive",
            "button",
            "location",
            "contacts",
            "order",
            "unsupported"));

    boolean isEmpty() {
        return text == null && type == null && button == null;
    }

    /** Whether the type is one of what is tapped, and the button is there, or neither. */
    boolean fits() {
        return type == null || button == null || TAPPED.contains(type);
    }

    Content content() {
        var words = text == null ? "" : text;
        var kind = type == null ? button == null ? "text" : "interactive" : type;
        if (button != null) {
            return new Content.Choice(kind, button, words);
        }
        if (MEDIA.contains(kind)) {
            return new Content.Media(kind, "", null, text, null);
        }
        return switch (kind) {
            case "text" -> new Content.Text(words);
            case "location" -> new Content.Location(0, 0, text, null);
            case "order" -> new Content.Order(null, List.of(), words);
            case "interactive" -> new Content.Form("", words, Map.of());
            case "contacts" -> new Content.Contacts(List.of(new Content.Contacts.Card(words, List.of(), false)));
            default -> new Content.Other(kind, true);
        };
    }

    @Override
    public String toString() {
        return "SaidEntry[" + type + "]";
    }
}
