package dev.rota.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the words that somebody probably meant. */
public final class Spelling {

    private static final int MOST = 3;
    private static final int FEW = 20;

    private Spelling() {}

    /** Those that differ from a word by a third of its letters at most, the nearest first. */
    public static List<String> near(String word, Collection<String> known) {
        var reach = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(one -> distance(word, one) <= reach)
                .sorted(Comparator.comparingInt(one -> distance(word, one)))
                .limit(MOST)
                .toList();
    }

    /** The end of a sentence about a word that won't do: what is spelt alike, else what there is. */
    static String hint(String word, Collection<String> known) {
        var near = near(word, known);
        if (!near.isEmpty()) {
            return near.stream()
                    .map(one -> "'" + one + "'")
                    .collect(Collectors.joining(" or ", "; did you mean ", "?"));
        }
        if (known.isEmpty()) {
            return "; there is none";
        }
        return known.stream().sorted().limit(FEW).collect(Collectors.joining(", ", "; there are ", ""))
                + (known.size() > FEW ? " and " + (known.size() - FEW) + " more" : "");
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
