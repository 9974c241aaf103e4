package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.shift.Attendance;
import dev.rota.switchover.Move;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations that stay for a time with an owner who has gone home, and go back when that is over. */
final class KeptConversations {

    private static final String KEEP =
            """
            INSERT INTO kept_conversation (conversation, epoch, until)
            SELECT * FROM unnest(:ids, :epochs, :untils)
            ON CONFLICT (conversation) DO UPDATE SET epoch = excluded.epoch, until = excluded.until
            """;

    /** Whatever was done to a conversation since has made it somebody's anew: then nothing is over. */
    private static final String OVER =
            """
            SELECT c.id, c.epoch, c.queue, c.owner, c.epoch = k.epoch AND c.status = 'in_progress' AS untouched
            FROM kept_conversation k JOIN conversation c ON c.id = k.conversation
            WHERE k.until <= :now ORDER BY c.id FOR UPDATE OF c
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    KeptConversations(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    void keep(List<Move> moves) {
        if (!moves.isEmpty()) {
            jdbc.sql(KEEP)
                    .param("ids", Unnest.bigints(moves, Move::conversation))
                    .param("epochs", Unnest.integers(moves, Move::epoch))
                    .param("untils", Unnest.instants(moves, Move::until))
                    .update();
        }
    }

    boolean anyOver(Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM kept_conversation WHERE until <= :now)")
                .param("now", Unnest.timestamp(now))
                .query(Boolean.class)
                .single();
    }

    /** Forgets those whose time is over, and gives the steps of those that go back to their queue. */
    List<Change> over(Instant now) {
        var over = jdbc.sql(OVER)
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> new Over(
                        row.getLong("id"),
                        row.getInt("epoch"),
                        Columns.text(row, "queue"),
                        row.getString("owner"),
                        row.getBoolean("untouched")))
                .list();
        forget(over.stream().map(Over::conversation).toList());
        return over.stream()
                .filter(Over::untouched)
                .filter(each -> isOff(Objects.requireNonNull(each.owner), now))
                .map(each -> each.back(now))
                .toList();
    }

    void forget(List<Long> conversations) {
        if (!conversations.isEmpty()) {
            jdbc.sql("DELETE FROM kept_conversation WHERE conversation = ANY(:ids)")
                    .param("ids", Unnest.bigints(conversations, id -> id))
                    .update();
        }
    }

    private boolean isOff(String owner, Instant now) {
        return company.get().timetable().attendance(owner, now) instanceof Attendance.Off;
    }

    private record Over(long conversation, int epoch, String queue, @Nullable String owner, boolean untouched) {

        Change back(Instant now) {
            return new Change(
                    conversation,
                    epoch + 1,
                    Move.Kind.RETURNED.label(),
                    Status.WAITING,
                    queue,
                    owner,
                    null,
                    Change.ROTA,
                    "the time is over for which an owner who has gone home keeps it",
                    List.of(),
                    now);
        }
    }
}
