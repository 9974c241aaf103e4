package dev.rota.flow.triage;

import java.util.Collection;
import java.util.Comparator;

/** The known name that somebody probably meant. */
final class Nearest {

    private static final int LARGEST_DISTANCE = 3;

    private Nearest() {}

    /** The end of a sentence: {@code ; did you mean 'support'?}, or the known names when none is near. */
    static String hint(String name, Collection<String> known) {
        var nearest = known.stream()
                .sorted()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .filter(other -> distance(name, other) <= Math.min(LARGEST_DISTANCE, name.length() / 2));
        return nearest.map(other -> "; did you mean '" + other + "'?")
                .orElseGet(() -> "; expected one of "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
