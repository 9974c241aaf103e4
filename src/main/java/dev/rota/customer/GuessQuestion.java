package dev.rota.customer;

import java.util.Collection;
import java.util.List;

/**
 * What a model is asked: which of these the text is about.
 *
 * @param text the customer's words and nothing else of the customer: cut off where they are long, and with a zero for
 *     each digit, so that no phone, document or card number leaves
 * @param requestTypes the answers that count, in alphabetical order
 */
public record GuessQuestion(String text, List<String> requestTypes) {

    private static final int LONGEST = 1000;

    public GuessQuestion {
        requestTypes = List.copyOf(requestTypes);
    }

    static GuessQuestion of(String text, Collection<String> requestTypes) {
        var start =
                text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
        return new GuessQuestion(
                start.replaceAll("\\p{Nd}", "0"), requestTypes.stream().sorted().toList());
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "GuessQuestion[" + text.length() + " characters]";
    }
}
