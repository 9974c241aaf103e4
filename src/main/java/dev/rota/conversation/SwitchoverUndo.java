package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts conversations back to where they were before a switchover, within the transaction that is under way. */
final class SwitchoverUndo {

    /** The newest decision is the switchover's; what held before it holds again. */
    private static final String AS_DECIDED_BEFORE =
            """
            UPDATE conversation c SET request_type = d.request_type, priority = d.priority, skill = d.skill
            FROM switchover_item i JOIN decision d ON d.id = i.decided
            WHERE i.switchover = :switchover AND i.conversation = ANY(:ids) AND c.id = i.conversation
            """;

    private static final String NOTE =
            """
            UPDATE switchover_item i SET undone = n.undone
            FROM unnest(:ids, :notes) AS n (conversation, undone)
            WHERE i.switchover = :switchover AND i.conversation = n.conversation
            """;

    private final JdbcClient jdbc;
    private final Restoration restoration;
    private final KeptConversations kept;
    private final SwitchoverRun run;

    SwitchoverUndo(JdbcClient jdbc, Restoration restoration, KeptConversations kept, SwitchoverRun run) {
        this.jdbc = jdbc;
        this.restoration = restoration;
        this.kept = kept;
        this.run = run;
    }

    /** @param since when the switchover was made */
    void undo(long switchover, Instant since, Instant now, Viewer by) {
        var restored = restoration.find(
                "switchover_item",
                "i.switchover = :of",
                switchover,
                since,
                now,
                by,
                by.title() + " undid the switchover");
        kept.forget(List.copyOf(restored.notes().keySet()));
        note(switchover, restored.notes());
        run.settle(restored.steps());
    }

    private void note(long switchover, Map<Long, String> notes) {
        var conversations = List.copyOf(notes.keySet());
        jdbc.sql(NOTE)
                .param("switchover", switchover)
                .param("ids", Unnest.bigints(conversations, id -> id))
                .param("notes", Unnest.texts(conversations, notes::get))
                .update();
        jdbc.sql(AS_DECIDED_BEFORE)
                .param("switchover", switchover)
                .param("ids", Unnest.bigints(restored(notes), id -> id))
                .update();
    }

    private static List<Long> restored(Map<Long, String> notes) {
        return notes.entrySet().stream()
                .filter(note -> note.getValue().equals(Restoration.RESTORED))
                .map(Map.Entry::getKey)
                .toList();
    }
}
