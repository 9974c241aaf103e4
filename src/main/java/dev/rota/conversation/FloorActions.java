package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What supervisors do with many conversations at once. Each is treated as a command of its own would treat it: what has
 * changed since it was seen, or can't be done, stays as it is, with the reason.
 */
public interface FloorActions {

    /** How many conversations one action takes at most. */
    int MOST = 200;

    /**
     * What one would do now, with all that comes of it; does nothing.
     *
     * @throws Refusal.Invalid when it makes no sense for any conversation
     */
    Done preview(Wanted wanted, Viewer by);

    /**
     * Does it, in one transaction.
     *
     * @throws Refusal.Invalid when it makes no sense for any conversation
     */
    Done carryOut(Wanted wanted, Viewer by);

    /** One that the viewer has done. */
    Optional<Done> find(long id, Viewer by);

    /**
     * Puts each conversation back to where it was, unless somebody has touched it since.
     *
     * @throws Refusal.Invalid when it is too late, or has been undone
     */
    Done undo(long id, Viewer by);

    /** What is done with each of them. */
    enum Kind {
        /** Given to an agent. */
        ASSIGN,
        /** Put into another queue, where it waits. */
        MOVE,
        /** Given back to its queue. */
        RELEASE;

        /** The name in addresses, in the database and in the message bundle. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that label. */
        public static Optional<Kind> of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findAny();
        }
    }

    /** A conversation as somebody saw it. */
    record Seen(long conversation, int epoch) {}

    /**
     * What is wanted.
     *
     * @param to the agent or the queue; empty for giving back
     * @param reason why, in words; empty for none
     */
    record Wanted(Kind kind, String to, String reason, List<Seen> rows) {

        public Wanted {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What was done, or would be.
     *
     * @param id null for what is only thought of
     * @param undoUntil until when its author may undo it; null when they can't any more
     */
    record Done(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long id,
            Kind kind,
            String to,
            Instant at,
            @Nullable Instant undoUntil,
            boolean undone,
            List<Line> lines,
            List<Load> loads) {

        public Done {
            lines = List.copyOf(lines);
            loads = List.copyOf(loads);
        }
    }

    /**
     * What became of one conversation.
     *
     * @param protocol the short unique name that people quote; empty for one that the viewer does not see
     * @param queue where it is then
     * @param owner whose it is then, also when it was handed out again at once; null when it waits
     * @param left why nothing was done with it; null when it was
     * @param undone what the undoing made of it: {@code restored}, or why it was not; null when nothing was undone
     */
    record Line(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long conversation,
            String protocol,
            String fromQueue,
            @Nullable String fromOwner,
            String queue,
            @Nullable String owner,
            @Nullable String left,
            @Nullable String undone) {}

    /** How many conversations an agent has before and after. */
    record Load(String agent, int before, int after, int capacity) {}
}
