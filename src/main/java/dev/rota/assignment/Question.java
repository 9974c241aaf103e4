package dev.rota.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a choice looks at; asked again, it has the same answer. */
public record Question(Work work, List<Candidate> candidates, Instant at, long seed) {

    public Question {
        candidates = List.copyOf(candidates);
    }

    /** Why the work waits, without every candidate's reason; null when somebody can take it. */
    @Nullable
    String reasonToWait() {
        return new Selection(work, candidates, at, seed).reasonToWait();
    }

    /** Makes the choice. */
    public Outcome answer() {
        return Choice.choose(work, candidates, at, seed);
    }
}
