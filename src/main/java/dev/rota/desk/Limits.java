package dev.rota.desk;

import dev.rota.desk.Wording.Fault;
import java.util.HashSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How limits of Meta's are checked and told. */
final class Limits {

    private Limits() {}

    /** A text that must be there, and may have so many characters. */
    static Stream<Fault> of(String field, String text, int longest) {
        return text.isBlank() || text.length() > longest
                ? Stream.of(
                        new Fault(field, "Meta takes 1 to " + longest + " characters; this one has " + text.length()))
                : Stream.of();
    }

    /** A text that may be left out. */
    static Stream<Fault> upTo(String field, @Nullable String text, int longest) {
        return text == null || text.isEmpty() ? Stream.of() : of(field, text, longest);
    }

    /** Words beside a voice note would be shown to nobody. */
    static Stream<Fault> beside(String type, @Nullable String caption) {
        return type.equals("audio") && caption != null && !caption.isEmpty()
                ? Stream.of(new Fault(
                        "media.caption", "Meta shows no words beside audio; send them as a message of their own"))
                : Stream.of();
    }

    static Stream<Fault> count(String field, int count, int most) {
        return count < 1 || count > most
                ? Stream.of(new Fault(field, "Meta takes 1 to " + most + "; these are " + count))
                : Stream.of();
    }

    static Stream<Fault> unique(String field, Stream<String> values) {
        var seen = new HashSet<String>();
        return values.filter(value -> !seen.add(value))
                .limit(1)
                .map(twice -> new Fault(field, "each must differ from the others; one stands twice"));
    }
}
