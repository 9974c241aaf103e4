package dev.rota.assignment;

import java.time.Instant;
import java.util.List;

/** Everything that a choice looks at; asked again, it has the same answer. */
public record Question(Work work, List<Candidate> candidates, Instant at, long seed) {

    public Question {
        candidates = List.copyOf(candidates);
    }

    /** Makes the choice. */
    public Outcome answer() {
        return Choice.choose(work, candidates, at, seed);
    }
}
