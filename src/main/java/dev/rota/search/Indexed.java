package dev.rota.search;

import static java.util.stream.Collectors.joining;

import dev.rota.inquiry.Words;

/** The words that a text is found by: folded, in their order, without little ones, with a space between two. */
public final class Indexed {

    /** What is longer is found by its beginning: nobody types a whole link, and the database takes no word of any length. */
    private static final int LONGEST_WORD = 64;

    /** WhatsApp's longest text has about 2,000; only what other programs write can have more. */
    private static final int MOST_WORDS = 4_000;

    private Indexed() {}

    /** The words of a text; empty when there is none to find it by. */
    public static String words(String text) {
        return Words.of(text).stream()
                .filter(Indexed::counts)
                .limit(MOST_WORDS)
                .map(Indexed::cut)
                .collect(joining(" "));
    }

    static boolean counts(String word) {
        return !LittleWords.contain(word);
    }

    static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
    }
}
