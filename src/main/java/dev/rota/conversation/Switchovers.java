package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operations do with switchovers. Whoever asks sees of a plan what they may see of its conversations. */
public interface Switchovers {

    /** Those of the next two days and those that were planned, by time; then those that were made, newest first. */
    List<Switchover> list();

    /** One that was planned or made, with what it does or did. */
    Optional<Switchover> find(long id, Viewer viewer);

    /**
     * What would become of the conversations that are open now if it were that time: at the switchover of that instant, or
     * else at the next one after it.
     *
     * @param calendar whose switchover; null for whichever comes first
     * @throws Refusal.Invalid when there is none within a month
     */
    Switchover rehearse(Instant at, @Nullable String calendar, Viewer viewer);

    /**
     * Plans one that the files do not have, and rehearses it.
     *
     * @throws Refusal.Invalid when it makes no sense, with the field
     */
    Switchover schedule(Wanted wanted, Viewer by);

    /** Makes a planned one now instead of later. */
    Switchover run(long id, Viewer by);

    /**
     * Puts back what nobody has touched since, within ten minutes.
     *
     * @return with the reason for each conversation that was not put back
     */
    Switchover undo(long id, Viewer by);

    /** Lets a planned one not come. */
    Switchover cancel(long id, Viewer by);

    /**
     * A switchover that operations want.
     *
     * @param calendar null when one calendar alone has both shifts
     * @param from the shift that ends
     * @param to the shift that begins
     * @param policy as {@link dev.rota.desk.ShiftEnd#parse} reads it; null when each queue has its own way
     */
    record Wanted(
            Instant at, @Nullable String calendar, String from, String to, @Nullable String policy, String reason) {}
}
