package dev.rota.assignment.simulation;

import dev.rota.desk.Company;
import dev.rota.shift.Edge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** One stretch of life by its seed: the same seed is the same life, to the last word. */
final class Simulation {

    static final int EVENTS = 500;

    private final List<Company> variants = SimulatedCompany.variants();
    private final NavigableMap<Instant, Edge> edges =
            SimulatedCompany.edges(variants.get(0).timetable());
    private final Bug bug;

    Simulation(Bug bug) {
        this.bug = bug;
    }

    /** The promise that was broken first, and at which event; null when all held. */
    @Nullable
    Broken run(long seed) {
        return run(seed, null);
    }

    /** The same, and what happened, a line for each. */
    @Nullable
    Broken run(long seed, @Nullable List<String> story) {
        var life = new Life(seed, variants, edges, bug);
        var promises = new Promises(life.ledger());
        for (var n = 1; n <= EVENTS; n++) {
            for (var next : life.next()) {
                var event = next.get();
                if (story != null) {
                    story.add(n + " " + life.now() + " " + event);
                }
                var broken = promises.broken(event);
                if (broken != null) {
                    return new Broken(seed, n, broken);
                }
            }
        }
        return null;
    }

    /** Everything that happened in a seed's life. */
    List<String> story(long seed) {
        var story = new ArrayList<String>();
        run(seed, story);
        return story;
    }

    /** A promise that did not hold. */
    record Broken(long seed, int event, String promise) {

        @Override
        public String toString() {
            return "seed " + seed + ", event " + event + ", promise " + promise + " (again with -Dseed=" + seed + ")";
        }
    }
}
