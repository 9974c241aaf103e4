package dev.rota.conversation;

import dev.rota.desk.Brief;
import dev.rota.switchover.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of each conversation in the switchovers that were made. */
final class SwitchoverItems {

    private static final String WRITE =
            """
            INSERT INTO switchover_item (switchover, conversation, place, kind, epoch, from_queue, from_owner, queue, owner,
                                         until, why, decided, question, waiting_since, window_closes)
            SELECT :switchover, n.*
            FROM unnest(:conversations, :places, :kinds, :epochs, :fromQueues, :fromOwners, :queues, :owners, :untils,
                        :whys, :decided, :questions, :waitingSinces, :windowCloses) n
            """;

    private static final String READ =
            """
            SELECT i.*, c.protocol, m.text, m.at AS asked_at
            FROM switchover_item i JOIN conversation c ON c.id = i.conversation
            LEFT JOIN message m ON m.id = i.question
            """;

    private final JdbcClient jdbc;

    SwitchoverItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long switchover, List<Move> moves, Map<Long, Rulings.Asked> decided, Map<Long, Briefs.Found> briefs) {
        if (moves.isEmpty()) {
            return;
        }
        var rows = IntStream.range(0, moves.size())
                .mapToObj(place -> Row.of(place, moves.get(place), decided, briefs))
                .toList();
        jdbc.sql(WRITE)
                .param("switchover", switchover)
                .param("conversations", Unnest.bigints(rows, row -> row.move.conversation()))
                .param("places", Unnest.integers(rows, Row::place))
                .param("kinds", Unnest.texts(rows, row -> row.move.kind().label()))
                .param("epochs", Unnest.integers(rows, Row::epoch))
                .param("fromQueues", Unnest.texts(rows, row -> row.move.fromQueue()))
                .param("fromOwners", Unnest.texts(rows, row -> row.move.fromOwner()))
                .param("queues", Unnest.texts(rows, row -> row.move.queue()))
                .param("owners", Unnest.texts(rows, row -> row.move.owner()))
                .param("untils", Unnest.instants(rows, row -> row.move.until()))
                .param("whys", Unnest.texts(rows, row -> row.move.why()))
                .param("decided", Unnest.bigints(rows, Row::decidedBefore))
                .param("questions", Unnest.bigints(rows, row -> row.found.question()))
                .param(
                        "waitingSinces",
                        Unnest.instants(rows, row -> row.found.brief().waitingSince()))
                .param(
                        "windowCloses",
                        Unnest.instants(rows, row -> row.found.brief().windowClosesAt()))
                .update();
    }

    /** What became of each conversation, in the order in which they were served. */
    List<Switchover.Line> of(long switchover) {
        return jdbc.sql(READ + " WHERE i.switchover = :switchover ORDER BY i.place, i.conversation")
                .param("switchover", switchover)
                .query(SwitchoverItems::line)
                .list();
    }

    /** What a conversation's present owner should know, when a switchover brought it to them. */
    Optional<Brief> briefOf(long conversation) {
        return jdbc.sql(READ
                        + " WHERE i.conversation = :conversation AND c.status <> 'closed' AND i.undone IS NULL"
                        + " AND i.kind IN ('handed_over', 'returned') AND c.owner IS DISTINCT FROM i.from_owner"
                        + " ORDER BY i.switchover DESC LIMIT 1")
                .param("conversation", conversation)
                .query((row, n) -> brief(row))
                .optional();
    }

    private static Switchover.Line line(ResultSet row, int number) throws SQLException {
        return new Switchover.Line(
                row.getLong("conversation"),
                Columns.text(row, "protocol"),
                Columns.text(row, "kind"),
                Columns.text(row, "from_queue"),
                row.getString("from_owner"),
                Columns.text(row, "queue"),
                row.getString("owner"),
                Columns.instantOrNull(row, "until"),
                Columns.text(row, "why"),
                brief(row),
                row.getString("undone"));
    }

    private static Brief brief(ResultSet row) throws SQLException {
        return new Brief(
                row.getString("text"),
                Columns.instantOrNull(row, "asked_at"),
                Columns.instantOrNull(row, "waiting_since"),
                Columns.instantOrNull(row, "window_closes"));
    }

    /** @param asked what was decided again; null when nothing was */
    private record Row(int place, Move move, Rulings.@Nullable Asked asked, Briefs.Found found) {

        static Row of(int place, Move move, Map<Long, Rulings.Asked> decided, Map<Long, Briefs.Found> briefs) {
            return new Row(
                    place,
                    move,
                    move.next() == null ? null : decided.get(move.conversation()),
                    Objects.requireNonNull(briefs.get(move.conversation())));
        }

        int epoch() {
            return move.kind().changes() ? move.epoch() + 1 : move.epoch();
        }

        @Nullable
        Long decidedBefore() {
            return asked == null ? null : asked.before();
        }
    }
}
