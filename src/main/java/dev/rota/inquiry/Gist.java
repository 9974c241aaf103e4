package dev.rota.inquiry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as rules look at it.
 *
 * @param type Meta's name of its type
 * @param text the words in it; empty when there are none
 * @param button the id of what was tapped, or null
 */
public record Gist(String type, String text, @Nullable String button) {

    /** The types of what somebody taps on. */
    public static final Set<String> TAPPED = Set.of("interactive", "button");

    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "document", "sticker");

    /** The types of what asks for an answer, so that rules run. */
    public static final Set<String> TYPES = types();

    /** What rules see of a content. */
    public static Gist of(Content content) {
        var button = content instanceof Content.Choice choice ? choice.id() : null;
        return new Gist(content.type(), content.text(), button);
    }

    /** A content of which rules see this. */
    public Content content() {
        if (button != null) {
            return new Content.Choice(type, button, text);
        }
        var words = text.isEmpty() ? null : text;
        if (MEDIA.contains(type)) {
            return new Content.Media(type, "", null, words, null);
        }
        return switch (type) {
            case "text" -> new Content.Text(text);
            case "location" -> new Content.Location(0, 0, words, null);
            case "order" -> new Content.Order(null, List.of(), text);
            case "interactive" -> new Content.Form("", text, Map.of());
            case "contacts" -> new Content.Contacts(List.of(new Content.Contacts.Card(text, List.of(), false)));
            default -> new Content.Other(type, true);
        };
    }

    private static Set<String> types() {
        var types = new TreeSet<>(MEDIA);
        types.addAll(TAPPED);
        types.addAll(Set.of("text", "location", "contacts", "order", "unsupported"));
        return types;
    }

    @Override
    public String toString() {
        return "Gist[" + type + "]";
    }
}
