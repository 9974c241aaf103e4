package dev.rota.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and phrases that a text may mention; made once, so that looking for them costs little however many they are. */
public final class Phrases {

    /** What follows the first word of each phrase, by every form of that first word. */
    private final Map<String, List<List<Set<String>>>> rests = new HashMap<>();

    private Phrases(List<String> phrases) {
        phrases.forEach(this::add);
    }

    /** Prepares phrases; one without a letter or digit is never mentioned. */
    public static Phrases of(List<String> phrases) {
        return new Phrases(phrases);
    }

    /**
     * Whether the text mentions one of them: its words whole and in their order, whatever their accents and capitals, each
     * in the singular or plural.
     */
    public boolean areIn(String text) {
        var words = Words.of(text);
        for (int at = 0; at < words.size(); at++) {
            var found = rests.get(words.get(at));
            if (found != null && follows(found, words.subList(at + 1, words.size()))) {
                return true;
            }
        }
        return false;
    }

    private void add(String phrase) {
        var forms = Words.of(phrase).stream().map(Plurals::of).toList();
        if (!forms.isEmpty()) {
            var rest = forms.subList(1, forms.size());
            forms.get(0).forEach(first -> rests.computeIfAbsent(first, none -> new ArrayList<>())
                    .add(rest));
        }
    }

    private static boolean follows(List<List<Set<String>>> rests, List<String> words) {
        for (var rest : rests) {
            if (rest.size() <= words.size() && fits(rest, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(List<Set<String>> rest, List<String> words) {
        for (int at = 0; at < rest.size(); at++) {
            if (!rest.get(at).contains(words.get(at))) {
                return false;
            }
        }
        return true;
    }
}
