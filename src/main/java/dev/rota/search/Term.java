package dev.rota.search;

import static java.util.stream.Collectors.toSet;

import dev.rota.inquiry.Plurals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing to look for: words that follow each other, little ones between them not counting.
 *
 * @param words each in all its forms, singular and plural; never empty
 * @param begins whether the last of them is only the beginning of a word
 */
public record Term(List<Set<String>> words, boolean begins) {

    public Term {
        words = List.copyOf(words);
    }

    /** Of folded words without little ones. */
    static Term of(List<String> folded, boolean begins) {
        var words = new ArrayList<Set<String>>();
        for (int at = 0; at < folded.size(); at++) {
            var word = Indexed.cut(folded.get(at));
            words.add(begins && at == folded.size() - 1 ? Set.of(word) : forms(word));
        }
        return new Term(words, begins);
    }

    private static Set<String> forms(String word) {
        return Plurals.of(word).stream().map(Indexed::cut).collect(toSet());
    }

    /** Whether a folded word is the one at that place. */
    boolean isAt(int place, String word) {
        var wanted = words.get(place);
        return (begins && place == words.size() - 1)
                ? wanted.stream().anyMatch(word::startsWith)
                : wanted.contains(Indexed.cut(word));
    }
}
