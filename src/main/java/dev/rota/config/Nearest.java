package dev.rota.config;

import dev.rota.desk.Spelling;
import java.util.Collection;
import java.util.stream.Collectors;

/** The word that somebody probably meant. */
public final class Nearest {

    private static final int FEW = 20;

    private Nearest() {}

    /** The end of a sentence about an unknown word: what was probably meant, else what there is. */
    public static String hint(String word, Collection<String> known) {
        return Spelling.near(word, known).stream()
                .findFirst()
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> expected(known));
    }

    private static String expected(Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        return known.size() > FEW ? "" : "; expected " + known.stream().sorted().collect(Collectors.joining(", "));
    }
}
