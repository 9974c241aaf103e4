package dev.rota.bench;

import java.time.Duration;
import java.util.Map;

/** Measures how soon a place that becomes free is given to whoever has waited longest, while many wait. */
final class FreedPart {

    /** So many places don't count: a JVM compiles what it does often. */
    private static final int WARM_UP = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Operator operator;
    private final Crowd crowd;

    /** @param crowd a queue whose people have not a place left */
    FreedPart(Operator operator, Crowd crowd) {
        this.operator = operator;
        this.crowd = crowd;
    }

    Figures.Freed measure(int waiting, int places) {
        crowd.join(waiting + WARM_UP + places);
        free(WARM_UP);
        var samples = free(places);
        return new Figures.Freed(waiting, places, samples.errors(), samples.latency());
    }

    private Samples free(int places) {
        var samples = new Samples();
        for (int place = 0; place < places; place++) {
            var head = crowd.head();
            var owned = crowd.owned();
            var start = System.nanoTime();
            operator.post("/api/conversations/" + owned.id() + "/close", Map.of("epoch", owned.epoch()));
            var given = crowd.awaitOwner(head, PATIENCE);
            samples.add(System.nanoTime() - start, given);
        }
        return samples;
    }
}
