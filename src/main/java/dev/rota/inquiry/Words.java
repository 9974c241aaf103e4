package dev.rota.inquiry;

import java.text.Normalizer;

/** Words compared as people read them: whole, and without regard to accents and capitals. */
final class Words {

    private static final int END_OF_ASCII = 0x80;

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

    /** Every rule that asks for words comes through here, so it goes over the text once and without expressions. */
    private static String fold(String text) {
        var plain =
                text.chars().allMatch(c -> c < END_OF_ASCII) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        var words = new StringBuilder(plain.length() + 2).append(' ');
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
            } else if (!isAccent(c) && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }

    private static boolean isAccent(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
