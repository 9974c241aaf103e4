package dev.rota.config;

import java.util.List;
import java.util.stream.Collectors;

/** The files cannot be used; the message is every problem, a line each. */
public final class InvalidConfig extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidConfig(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
