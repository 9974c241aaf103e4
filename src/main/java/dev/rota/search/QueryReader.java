package dev.rota.search;

import dev.rota.inquiry.Words;
import dev.rota.search.Unsearchable.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody typed to search for, piece by piece. */
final class QueryReader {

    private static final List<String> FILTERS = List.of("name", "phone", "protocol", "number", "queue", "owner");

    /** A filter, a phrase, or whatever has no space in it; a time or a link looks like no filter. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<key>\\p{L}+):(?!//)(?:\"(?<quoted>[^\"]*)\"|(?<value>\\S*))|\"(?<phrase>[^\"]*)\"|(?<plain>\\S+)");

    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");
    private static final int LEAST_BEGIN = 2;

    private final String typed;
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final List<String> little = new ArrayList<>();

    QueryReader(String typed) {
        this.typed = typed;
    }

    Query read() {
        if (typed.length() > Query.LONGEST) {
            throw new Unsearchable(Fault.LONG, "%,d".formatted(typed.length()));
        }
        if (typed.indexOf('\0') >= 0) {
            throw new Unsearchable(Fault.NUL, "");
        }
        var pieces = PIECE.matcher(QUOTES.matcher(typed).replaceAll("\""));
        while (pieces.find()) {
            take(pieces);
        }
        if (terms.size() > Query.MOST_TERMS) {
            throw new Unsearchable(Fault.MANY, String.valueOf(terms.size()));
        }
        if (terms.isEmpty() && filters.isEmpty()) {
            throw little.isEmpty()
                    ? new Unsearchable(Fault.WORDLESS, "")
                    : new Unsearchable(Fault.LITTLE, String.join(" ", little));
        }
        return new Query(
                terms,
                filters.get("name"),
                filters.get("phone"),
                filters.get("protocol"),
                filters.get("number"),
                filters.get("queue"),
                filters.get("owner"));
    }

    private void take(Matcher piece) {
        var key = piece.group("key");
        if (key != null) {
            filter(key, piece.group("quoted") == null ? piece.group("value") : piece.group("quoted"));
        } else if (piece.group("phrase") != null) {
            add(Words.of(piece.group("phrase")), false);
        } else {
            plain(piece.group("plain"));
        }
    }

    private void filter(String key, String value) {
        if (!FILTERS.contains(key)) {
            throw new Unsearchable(Fault.UNKNOWN_FILTER, key);
        }
        if (value.isBlank()) {
            throw new Unsearchable(Fault.EMPTY_FILTER, key);
        }
        if (value.indexOf('"') >= 0) {
            throw new Unsearchable(Fault.UNCLOSED, "");
        }
        if (filters.put(key, value.strip()) != null) {
            throw new Unsearchable(Fault.TWICE, key);
        }
    }

    /** What has no space in it, but may be several words: those of a date or a tax number follow each other. */
    private void plain(String piece) {
        if (piece.indexOf('"') >= 0) {
            throw new Unsearchable(Fault.UNCLOSED, "");
        }
        var star = piece.indexOf('*');
        if (star < 0) {
            add(Words.of(piece), false);
            return;
        }
        var words = Words.of(piece);
        var last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (star < piece.length() - 1
                || last.length() < LEAST_BEGIN
                || !Character.isLetterOrDigit(piece.charAt(star - 1))) {
            throw new Unsearchable(Fault.STAR, piece);
        }
        add(words, true);
    }

    /** A beginning counts however little it is: there may be more to the word. */
    private void add(List<String> words, boolean begins) {
        var last = words.size() - 1;
        var counting = new ArrayList<String>();
        for (int at = 0; at < words.size(); at++) {
            ((begins && at == last) || Indexed.counts(words.get(at)) ? counting : little).add(words.get(at));
        }
        if (!counting.isEmpty()) {
            terms.add(Term.of(counting, begins));
        }
    }
}
