package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pause of a queue that somebody thinks of, has made, or had.
 *
 * @param id null for one that is only thought of
 * @param by the login of who made it
 * @param at since when
 * @param state {@code proposed}, {@code in_force} or {@code over}
 * @param endedAt when somebody ended it before its time
 * @param effect what it keeps from happening; null for one that is over, and in lists
 */
public record StandingPause(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long id,
        String queue,
        Instant until,
        String by,
        String reason,
        Instant at,
        String state,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Effect effect) {

    /** The same, with what it keeps from happening. */
    StandingPause with(Effect known) {
        return new StandingPause(id, queue, until, by, reason, at, state, endedAt, endedBy, known);
    }

    /**
     * What a pause keeps from happening.
     *
     * @param waiting how many conversations wait in the queue now
     * @param atWork how many people who serve it are at work now
     * @param free how many more conversations of it they could be given
     * @param opensAt when the queue hands out again: the end of the pause, or the next opening after it; null when it has
     *     none within a year
     */
    public record Effect(int waiting, int atWork, int free, @Nullable Instant opensAt) {}
}
