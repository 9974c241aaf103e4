package dev.rota.conversation;

import static java.util.stream.Collectors.joining;

import dev.rota.search.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Terms in the two languages of PostgreSQL for what a text must hold. Folded words are letters and digits only. */
final class Patterns {

    /** What stands for the number of a block in a {@link #tsquery}. */
    static final char BLOCK = '~';

    private Patterns() {}

    /** Which words a message of one block must have; that those of a phrase follow each other, {@link #regex} tells. */
    static String tsquery(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> IntStream.range(0, term.words().size())
                        .mapToObj(at -> anyOf(
                                term.words().get(at),
                                term.begins() && at == term.words().size() - 1)))
                .collect(joining(" & "));
    }

    private static String anyOf(Set<String> forms, boolean begins) {
        return forms.stream()
                .sorted()
                .map(form -> "'" + BLOCK + "." + form + "'" + (begins ? ":*" : ""))
                .collect(joining(" | ", "(", ")"));
    }

    /** What the words of a message must be like to have the term. */
    static String regex(Term term) {
        return term.words().stream()
                .map(forms -> forms.stream().sorted().collect(joining("|", "(?:", ")")))
                .collect(joining(" ", "(?:^| )", term.begins() ? "" : "(?: |$)"));
    }
}
