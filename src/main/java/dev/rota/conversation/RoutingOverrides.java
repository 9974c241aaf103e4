package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operations say over the rules for a time. Whoever asks sees of an effect what they may see of its conversations. */
public interface RoutingOverrides {

    /** Those in force, then those that are over, newest first. */
    List<StandingOverride> list();

    /** One, with what it has done. */
    Optional<StandingOverride> find(long id, Viewer viewer);

    /**
     * What one would do to the conversations that are open now; does nothing.
     *
     * @throws Refusal.Invalid with everything about it that makes no sense
     */
    StandingOverride propose(Wanted wanted, Viewer by);

    /**
     * Puts one into force, decides again what waits, and hands it out.
     *
     * @throws Refusal.Invalid with everything about it that makes no sense
     */
    StandingOverride put(Wanted wanted, Viewer by);

    /** Ends one before its time. */
    StandingOverride end(long id, Viewer by);

    /**
     * An override that somebody wants.
     *
     * @param match what each fact has to be, by its name as rules write it
     * @param until when it ends by itself; null when that was not said
     */
    record Wanted(Map<String, String> match, String queue, @Nullable Instant until, String reason) {

        public Wanted {
            match = Map.copyOf(match);
        }
    }
}
