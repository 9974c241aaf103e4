package dev.rota.conversation;

import dev.rota.desk.Status;
import dev.rota.inquiry.Inquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open conversation with what was decided of it last, which is enough to decide it again.
 *
 * @param owner null while it waits
 * @param stamp of the rules by which it was decided, or looked at
 * @param event of the message that was decided last
 * @param decided the queue that was decided; null when no rules have run
 * @param override the id of the override that decided it; null when rules did
 * @param placed whether a person has put it where it waits, and not where it was decided to
 * @param json what was decided
 */
record Decidable(
        long id,
        int epoch,
        String protocol,
        Status status,
        String number,
        String queue,
        @Nullable String owner,
        String stamp,
        long event,
        @Nullable String decided,
        @Nullable Long override,
        boolean placed,
        @Nullable String json) {

    /** What is read; each query adds its condition on {@code c}. */
    static final String SELECT =
            """
            SELECT c.id, c.epoch, c.protocol, c.status, c.number, c.queue, c.owner, c.rules, d.event,
                   d.queue AS decided, d.override, d.inquiry, c.queue <> d.queue AND coalesce(
                       (SELECT by <> 'rota' FROM change WHERE conversation = c.id AND what = 'moved'
                        ORDER BY epoch DESC LIMIT 1), false) AS placed
            FROM conversation c
            LEFT JOIN LATERAL (SELECT event, queue, override, inquiry FROM decision
                               WHERE conversation = c.id ORDER BY id DESC LIMIT 1) d ON true
            """;

    static Decidable of(ResultSet row, int number) throws SQLException {
        return new Decidable(
                row.getLong("id"),
                row.getInt("epoch"),
                Columns.text(row, "protocol"),
                Status.of(Columns.text(row, "status")),
                Columns.text(row, "number"),
                Columns.text(row, "queue"),
                row.getString("owner"),
                Columns.text(row, "rules"),
                row.getLong("event"),
                row.getString("decided"),
                row.getObject("override", Long.class),
                row.getBoolean("placed"),
                row.getString("inquiry"));
    }

    /** Whether it has come elsewhere since. */
    boolean wasMoved() {
        return !queue.equals(decided);
    }

    /** What was decided, unless it has been erased. */
    Optional<Inquiry> inquiry() {
        return json == null || json.equals("{}") ? Optional.empty() : Optional.of(Json.read(json, Inquiry.class));
    }

    @Override
    public String toString() {
        return "Decidable[" + id + ", " + status + "]";
    }
}
