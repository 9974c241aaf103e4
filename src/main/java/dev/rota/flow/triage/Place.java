package dev.rota.flow.triage;

/** Where something stands: a file, and a line from 1. */
record Place(RouteFile file, int line) {

    Problem problem(String sentence) {
        return new Problem(file.path(), line, sentence);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line;
    }
}
