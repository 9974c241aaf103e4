package dev.rota.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that somebody probably meant. */
public final class Nearest {

    private static final int FEW = 20;

    private Nearest() {}

    /** The end of a sentence about an unknown word: what was probably meant, else what there is. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> "; did you mean '" + near + "'?").orElseGet(() -> expected(known));
    }

    private static Optional<String> to(String word, Collection<String> known) {
        var reach = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(one -> distance(word, one) <= reach)
                .min(Comparator.comparingInt(one -> distance(word, one)));
    }

    private static String expected(Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        return known.size() > FEW ? "" : "; expected " + known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Levenshtein's distance, with two swapped neighbours as one step. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
