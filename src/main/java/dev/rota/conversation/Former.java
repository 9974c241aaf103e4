package dev.rota.conversation;

import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A conversation as it is now, and as it was before many were changed at once. */
record Former(
        long conversation,
        int epoch,
        Status status,
        String queue,
        @Nullable String owner,
        String formerQueue,
        @Nullable String formerOwner,
        @Nullable String touchedBy,
        @Nullable String touched,
        @Nullable String repliedBy) {

    static Former of(ResultSet row, int number) throws SQLException {
        return new Former(
                row.getLong("conversation"),
                row.getInt("epoch_now"),
                Status.of(Columns.text(row, "status")),
                Columns.text(row, "queue_now"),
                row.getString("owner_now"),
                Columns.text(row, "from_queue"),
                row.getString("from_owner"),
                row.getString("touched_by"),
                row.getString("touched"),
                row.getString("replied_by"));
    }

    /** Why it stays where it is; null when nobody has touched it. */
    @Nullable
    String obstacle() {
        if (touchedBy != null) {
            return touchedBy + " has " + touched + " it since";
        }
        if (repliedBy != null) {
            return repliedBy + " has replied since";
        }
        return status == Status.CLOSED ? "it has been closed since" : null;
    }

    boolean isBack() {
        return queue.equals(formerQueue) && Objects.equals(owner, formerOwner);
    }

    Change back(Instant now, Viewer by, String why) {
        return new Change(
                conversation,
                epoch + 1,
                Restoration.RESTORED,
                formerOwner == null ? Status.WAITING : Status.IN_PROGRESS,
                formerQueue,
                owner,
                formerOwner,
                by.name(),
                why,
                List.of(),
                now);
    }
}
