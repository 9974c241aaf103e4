package dev.rota.flow.rules;

import dev.rota.config.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was in force before, and what was refused, on all engines. */
public interface RuleHistory {

    /** What was refused, the latest first, mended or not; only the last fifty are kept. */
    List<Refused> refused(int most);

    /** The times that other rules came into force, the latest first. */
    List<Swap> swaps(int most);

    /** The names of the files of that hash; none when they are kept no more. */
    List<String> names(String hash);

    /**
     * Files that were refused as one.
     *
     * @param rules the hash of all of them
     * @param mendedAt when that engine proposed something that was not refused; null when it has not yet
     */
    record Refused(String engine, String rules, Instant at, List<Problem> problems, @Nullable Instant mendedAt) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
