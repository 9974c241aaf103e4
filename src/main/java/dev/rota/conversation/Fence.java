package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps two people from answering at once: an answer passes if its author is responsible and has seen all that the
 * company has said. Whoever is told what they missed may send it anyway, with a reason.
 */
final class Fence {

    private static final int MOST_SHOWN = 20;

    private static final String SINCE =
            """
            SELECT id, direction, author, text, at FROM message
            WHERE conversation = :conversation AND id > :seen
            ORDER BY id DESC LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final Guard guard;

    Fence(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /**
     * Holds the conversation for an answer that may go out.
     *
     * @throws Refusal.Stale with who is responsible now and what was said since, when the author's view is old
     */
    Held pass(long conversation, Answering answer, Viewer by) {
        var held = guard.hold(conversation, by);
        if (answer.anyway() != null) {
            anyway(held, answer.anyway(), by);
            return held;
        }
        var since = since(conversation, answer.seen());
        if (held.epoch() != answer.epoch()) {
            throw guard.stale(held, "the conversation has changed since you saw it", since);
        }
        guard.isOwner(held, by);
        if (since.stream().anyMatch(Fence::isAnswer)) {
            throw guard.stale(held, "a reply went out since you saw the conversation", since);
        }
        return held;
    }

    /** What Rota says by itself answers nobody's question. */
    private static boolean isAnswer(Refusal.Since message) {
        return message.direction().equals("out") && !Change.ROTA.equals(message.author());
    }

    private void anyway(Held held, String reason, Viewer by) {
        if (reason.isBlank()) {
            throw new Invalid("anyway", "sending anyway needs a reason");
        }
        guard.mayHandle(held, by);
    }

    private List<Refusal.Since> since(long conversation, @Nullable Long seen) {
        return jdbc.sql(SINCE)
                .param("conversation", conversation)
                .param("seen", seen == null ? 0 : seen)
                .param("most", MOST_SHOWN)
                .query((row, n) -> new Refusal.Since(
                        row.getString("id"),
                        row.getString("direction"),
                        row.getString("author"),
                        row.getString("text"),
                        Columns.instant(row, "at")))
                .list();
    }
}
