package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps notes apart from messages, so that nothing that sends can find one. */
final class GuardedNotes implements Notes {

    private static final int LONGEST = 10_000;

    private static final String WRITE =
            "INSERT INTO note (conversation, at, author, text) VALUES (:conversation, :at, :author, :text) RETURNING id";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Guard guard;
    private final Records records;
    private final Clock clock;

    GuardedNotes(JdbcClient jdbc, TransactionTemplate transaction, Guard guard, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.guard = guard;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public long write(long conversation, String text, Viewer by) {
        guard.works(by);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("text", "a note has 1 to " + LONGEST + " characters; this one has " + text.length());
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var held = guard.hold(conversation, by);
            var note = jdbc.sql(WRITE)
                    .param("conversation", held.id())
                    .param("at", Unnest.timestamp(clock.instant()))
                    .param("author", by.name())
                    .param("text", text.strip().replace('\0', '\uFFFD'))
                    .query(Long.class)
                    .single();
            records.touch(List.of(held.id()));
            return note;
        }));
    }
}
