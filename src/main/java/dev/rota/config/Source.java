package dev.rota.config;

import java.util.List;

/** One file, and where its problems go. */
record Source(String file, List<Problem> problems) {

    void problem(int line, String sentence) {
        problems.add(new Problem(file, line, sentence));
    }

    /** Whether nothing is wrong with a line so far, such as a key that seems to be missing since it cannot be read. */
    boolean isFine(int line) {
        return problems.stream()
                .noneMatch(problem -> problem.line() == line && problem.file().equals(file));
    }

    /** Reports a name that stands for nothing. */
    void mustKnow(String where, String kind, Located<String> name, Named<?> known) {
        if (!name.value().isEmpty() && !known.mayKnow(name.value())) {
            problem(
                    name.line(),
                    where + ": unknown " + kind + " '" + name.value() + "'"
                            + Nearest.hint(name.value(), known.names()));
        }
    }
}
