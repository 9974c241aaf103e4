package dev.rota.inquiry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words compared as people read them: whole, and without regard to accents and capitals. */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String folded;

    private Words(String folded) {
        this.folded = folded;
    }

    static Words of(String text) {
        return new Words(fold(text));
    }

    /** Whether the phrase occurs, its words whole and in this order. */
    boolean contain(String phrase) {
        var wanted = fold(phrase);
        return wanted.length() > 2 && folded.contains(wanted);
    }

    private static String fold(String text) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return " "
                + BETWEEN_WORDS
                        .matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
