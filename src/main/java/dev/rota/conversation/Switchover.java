package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rota.desk.Brief;
import dev.rota.switchover.AgentAfter;
import dev.rota.switchover.QueueAfter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A switchover that is to come, or has been made.
 *
 * @param id null for one of the calendar that is still to come
 * @param from the shift that ends; null when none does
 * @param to the shift that begins; null when none does
 * @param policy what becomes of open conversations in all queues; null when each queue has its own way
 * @param state {@code upcoming} by the calendar, {@code planned} by operations, {@code done}, {@code undone} or {@code
 *     cancelled}
 * @param by who planned it; {@code rota} when the calendar did
 * @param endedAt when it was undone or cancelled
 * @param undoableUntil until when it can be undone; null when it can't
 * @param plan what it does, or did; lists don't tell
 */
public record Switchover(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long id,
        Instant at,
        String calendar,
        @Nullable String from,
        @Nullable String to,
        @Nullable String policy,
        String state,
        String by,
        String reason,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable Instant undoableUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Plan plan) {

    /** The same, with what it does. */
    Switchover with(Plan known) {
        return new Switchover(
                id,
                at,
                calendar,
                from,
                to,
                policy,
                state,
                by,
                reason,
                doneAt,
                doneBy,
                endedAt,
                endedBy,
                undoableUntil,
                known);
    }

    /**
     * What it does to conversations, queues and agents.
     *
     * @param queues each queue in which something waits afterwards; of no meaning once it has been made
     * @param agents each agent whose load changes or is too high; of no meaning once it has been made
     */
    public record Plan(List<Line> moves, List<QueueAfter> queues, List<AgentAfter> agents) {

        public Plan {
            moves = List.copyOf(moves);
            queues = List.copyOf(queues);
            agents = List.copyOf(agents);
        }
    }

    /**
     * What it does to one conversation.
     *
     * @param protocol the short unique name that people quote
     * @param kind a label of {@link dev.rota.switchover.Move.Kind}
     * @param owner whose it is then; null when it waits
     * @param until until when its owner keeps it; null when that has no end, or it is not kept
     * @param undone {@code restored} when it was undone, else why it was not; null when nobody tried
     */
    public record Line(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long conversation,
            String protocol,
            String kind,
            String fromQueue,
            @Nullable String fromOwner,
            String queue,
            @Nullable String owner,
            @Nullable Instant until,
            String why,
            Brief brief,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String undone) {}
}
