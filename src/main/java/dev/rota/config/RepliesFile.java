package dev.rota.config;

import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Occasion;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code replies.yaml}: what Rota says by itself. */
record RepliesFile(
        @Key(value = "The language for customers whose language is not known: pt, es or en.", or = "pt")
                Located<String> language,
        @Key(value = "How long the same customer is not told the same again.", or = "12h") Duration again,
        @Key(value = "How old a message may be that is answered by itself.", or = "15m") Duration fresh,
        @Key(value = "What is said in every queue that has no text of its own.", or = "{}") Texts texts,
        @Key(value = "What is said in single queues.", or = "{}") Named<Texts> queues) {

    static final String GAPS = " {{protocol}}, {{queue}}, {{agent}} and {{nextOpening}} are filled in.";

    /** The texts for each occasion, by language. */
    record Texts(
            @Key("A message has come, and somebody will take it." + GAPS) @Nullable Named<String> received,
            @Key("A message waits in a queue that is closed." + GAPS) @Nullable Named<String> outOfHours,
            @Key("Somebody is responsible from now on." + GAPS) @Nullable Named<String> assigned,
            @Key("The conversation has ended." + GAPS) @Nullable Named<String> closed) {

        @Nullable
        Named<String> of(Occasion occasion) {
            return switch (occasion) {
                case RECEIVED -> received;
                case OUT_OF_HOURS -> outOfHours;
                case ASSIGNED -> assigned;
                case CLOSED -> closed;
            };
        }

        Map<Occasion, Map<String, String>> desk() {
            var texts = new EnumMap<Occasion, Map<String, String>>(Occasion.class);
            for (var occasion : Occasion.values()) {
                var words = of(occasion);
                if (words != null) {
                    texts.put(occasion, Map.copyOf(words.values()));
                }
            }
            return texts;
        }
    }

    AutomaticTexts desk() {
        return new AutomaticTexts(
                language.value(), again, fresh, texts.desk(), queues.map((name, texts) -> texts.desk()));
    }
}
