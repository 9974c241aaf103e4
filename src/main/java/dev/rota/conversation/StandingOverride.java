package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An override that operations think of, have made, or had.
 *
 * @param id null for one that is only thought of
 * @param match what each fact has to be, by its name as rules write it
 * @param queue where what fits goes
 * @param by the login of who made it
 * @param at since when
 * @param state {@code proposed}, {@code in_force} or {@code over}
 * @param endedAt when it was over
 * @param endedBy who ended it; {@code rota} when its time was over
 * @param problem why it has no effect just now; null when nothing keeps it from having one
 * @param effect what it would do, or did; lists don't tell
 */
public record StandingOverride(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long id,
        SortedMap<String, String> match,
        String queue,
        Instant until,
        String by,
        String reason,
        Instant at,
        String state,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Effect effect) {

    /** The same, with what it does. */
    StandingOverride with(Effect known) {
        return new StandingOverride(id, match, queue, until, by, reason, at, state, endedAt, endedBy, problem, known);
    }

    /**
     * What it does to open conversations.
     *
     * @param moved how many go to its queue
     * @param stayed how many wait there as it is
     * @param inProgress how many fit and stay with their owners, marked
     * @param conversations the first of those that the viewer may see
     */
    public record Effect(int moved, int stayed, int inProgress, List<Line> conversations) {

        public Effect {
            conversations = List.copyOf(conversations);
        }
    }

    /**
     * What it does to one conversation.
     *
     * @param protocol the short unique name that people quote
     * @param kind {@code moved}, {@code stayed} or {@code in_progress}
     * @param fromQueue where it was
     * @param queue where it is now, or would be
     * @param owner whose it is now; null while it waits
     */
    public record Line(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long conversation,
            String protocol,
            String kind,
            String fromQueue,
            String queue,
            @Nullable String owner) {}
}
