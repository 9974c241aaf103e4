package dev.rota.switchover;

import dev.rota.desk.Status;
import dev.rota.routing.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is open when a switchover comes.
 *
 * @param skill a skill whose holders are asked first, or null
 * @param owner the responsible agent; null while it waits
 * @param since since when it has been theirs, or has waited
 * @param keptUntil until when an earlier switchover lets an owner keep it who has gone home; null when none does
 * @param next what the rules say of it from the switchover on; null when it could not be decided again
 */
public record OpenConversation(
        long id,
        int epoch,
        Status status,
        String queue,
        int priority,
        @Nullable String skill,
        @Nullable String owner,
        Instant since,
        @Nullable Instant keptUntil,
        @Nullable Decision next) {

    /** The same, decided again. */
    public OpenConversation with(Decision decision) {
        return new OpenConversation(id, epoch, status, queue, priority, skill, owner, since, keptUntil, decision);
    }
}
