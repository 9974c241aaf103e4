package dev.rota.search;

import dev.rota.inquiry.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The part of a text that shows why it was found, with the words that were looked for told from the others. */
public final class Excerpt {

    /** How long it is at most, but for its ends. */
    private static final int LONGEST = 240;

    /** How much of it stands before the first word that was found. */
    private static final int LEAD = 60;

    private static final String MORE = "…";

    private Excerpt() {}

    /** A piece of the text as it stands there; {@code found} when it is what was looked for. */
    public record Part(String text, boolean found) {

        @Override
        public String toString() {
            return "Part[" + found + "]";
        }
    }

    /** The pieces, which together read like the text. */
    public static List<Part> of(String text, List<Term> terms) {
        var places = Words.placed(text).stream()
                .filter(place -> Indexed.counts(place.word()))
                .toList();
        var found = found(places, terms);
        var from = text.length() <= LONGEST ? 0 : start(text, places, found);
        var to = Math.min(text.length(), from + LONGEST);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return parts(text, places, found, from, to);
    }

    /** For each word whether it belongs to something that was looked for. */
    private static boolean[] found(List<Words.Place> places, List<Term> terms) {
        var found = new boolean[places.size()];
        for (var term : terms) {
            var length = term.words().size();
            for (int at = 0; at + length <= places.size(); at++) {
                if (fits(term, places, at)) {
                    Arrays.fill(found, at, at + length, true);
                }
            }
        }
        return found;
    }

    private static boolean fits(Term term, List<Words.Place> places, int at) {
        for (int word = 0; word < term.words().size(); word++) {
            if (!term.isAt(word, places.get(at + word).word())) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of a word shortly before the first one that was found. */
    private static int start(String text, List<Words.Place> places, boolean[] found) {
        var first = 0;
        while (first < found.length && !found[first]) {
            first++;
        }
        var wanted = first == found.length ? 0 : Math.min(places.get(first).start() - LEAD, text.length() - LONGEST);
        return wanted <= 0
                ? 0
                : places.stream()
                        .mapToInt(Words.Place::start)
                        .filter(start -> start >= wanted)
                        .findFirst()
                        .orElse(0);
    }

    private static List<Part> parts(String text, List<Words.Place> places, boolean[] found, int from, int to) {
        var parts = new ArrayList<Part>();
        var at = from;
        add(parts, from > 0 ? MORE : "", false);
        for (int n = 0; n < found.length; n++) {
            var place = places.get(n);
            if (found[n] && place.start() >= from && place.end() <= to) {
                add(parts, text.substring(at, place.start()), false);
                add(parts, text.substring(place.start(), place.end()), true);
                at = place.end();
            }
        }
        add(parts, text.substring(at, to), false);
        add(parts, to < text.length() ? MORE : "", false);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String text, boolean found) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, found));
        }
    }
}
