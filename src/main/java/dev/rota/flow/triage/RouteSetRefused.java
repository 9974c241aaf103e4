package dev.rota.flow.triage;

import dev.rota.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Files that are not put to work, with everything that is wrong in them. */
public final class RouteSetRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RouteSetRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
