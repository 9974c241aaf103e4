package dev.rota.inquiry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The words of a text as people read them: whole, and without regard to accents and capitals. */
public final class Words {

    private static final int END_OF_ASCII = 0x80;

    private Words() {}

    /** A folded word, and where it stands in the text: from {@code start} up to {@code end}. */
    public record Place(String word, int start, int end) {

        @Override
        public String toString() {
            return "Place[" + start + ", " + end + "]";
        }
    }

    /** The words in their order; whatever is neither letter nor digit, emoji included, stands between two. */
    public static List<String> of(String text) {
        var plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int at = 0; at < plain.length(); ) {
            var c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(Character.toLowerCase(Character.toUpperCase(ordinal(c))));
            } else if (!isPartOfLetter(c)) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    /** The same words, each with its place. */
    public static List<Place> placed(String text) {
        var places = new ArrayList<Place>();
        var word = new StringBuilder();
        var start = 0;
        var end = 0;
        for (int at = 0; at < text.length(); ) {
            var next = text.offsetByCodePoints(at, 1);
            var folded = of(text.substring(at, next));
            if (!folded.isEmpty()) {
                start = word.isEmpty() ? at : start;
                end = next;
                folded.forEach(word::append);
            } else if (!isPartOfLetter(text.codePointAt(at)) && !word.isEmpty()) {
                places.add(new Place(word.toString(), start, end));
                word.setLength(0);
            }
            at = next;
        }
        if (!word.isEmpty()) {
            places.add(new Place(word.toString(), start, end));
        }
        return places;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= END_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Who asks for a {@code 2ª via} writes {@code 2a via} as well. */
    private static int ordinal(int c) {
        return switch (c) {
            case 'ª' -> 'a';
            case 'º' -> 'o';
            default -> c;
        };
    }

    /** An accent, or something that is not seen, such as a place where a word may be broken. */
    private static boolean isPartOfLetter(int c) {
        if (c < END_OF_ASCII) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> c == '\u00AD' || c == '\u200C' || c == '\u200D' || c == '\u2060';
            default -> false;
        };
    }
}
