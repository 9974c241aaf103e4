package dev.rota.flow.yaml;

import dev.rota.config.Problem;

/** Where something stands: a file, and a line from 1. */
public record Place(RouteFile file, int line) {

    /** Something wrong there. */
    public Problem problem(String sentence) {
        return new Problem(file.path(), line, sentence);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line;
    }
}
