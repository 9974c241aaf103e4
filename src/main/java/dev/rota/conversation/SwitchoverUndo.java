package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts conversations back to where they were before a switchover, within the transaction that is under way. What somebody
 * has touched since stays where it is, with the reason.
 */
final class SwitchoverUndo {

    private static final String RESTORED = "restored";

    /** What Rota did since, such as giving it to somebody, touches nothing. */
    private static final String HOLD =
            """
            SELECT i.*, c.epoch AS epoch_now, c.status, c.queue AS queue_now, c.owner AS owner_now,
                   touched.by AS touched_by, touched.what AS touched, replied.author AS replied_by
            FROM switchover_item i JOIN conversation c ON c.id = i.conversation
            LEFT JOIN LATERAL (SELECT by, what FROM change
                WHERE conversation = c.id AND epoch > i.epoch AND by <> :rota ORDER BY epoch LIMIT 1) touched ON true
            LEFT JOIN LATERAL (SELECT author FROM message
                WHERE conversation = c.id AND direction = 'out' AND at >= :since ORDER BY id LIMIT 1) replied ON true
            WHERE i.switchover = :switchover ORDER BY c.id FOR UPDATE OF c
            """;

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
    private final Supplier<Company> company;
    private final Loads loads;
    private final Drain drain;
    private final KeptConversations kept;
    private final SwitchoverRun run;

    SwitchoverUndo(
            JdbcClient jdbc,
            Supplier<Company> company,
            Loads loads,
            Drain drain,
            KeptConversations kept,
            SwitchoverRun run) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
        this.drain = drain;
        this.kept = kept;
        this.run = run;
    }

    /** @param since when the switchover was made */
    void undo(long switchover, Instant since, Instant now, Viewer by) {
        var items = jdbc.sql(HOLD)
                .param("switchover", switchover)
                .param("since", Unnest.timestamp(since))
                .param("rota", Change.ROTA)
                .query(SwitchoverUndo::item)
                .list();
        drain.hold(queues(items), people(items));
        var room = new HashMap<String, Integer>();
        loads.lock(people(items), List.of()).forEach((agent, has) -> room.put(agent, has.weight()));
        var steps = new ArrayList<Change>();
        var notes = new HashMap<Long, String>();
        for (var item : items) {
            var obstacle = item.obstacle();
            if (obstacle == null && !item.isBack()) {
                obstacle = noRoom(item, room);
            }
            if (obstacle == null && !item.isBack()) {
                steps.add(item.back(now, by));
            }
            notes.put(item.conversation, obstacle == null ? RESTORED : obstacle);
        }
        kept.forget(items.stream().map(Item::conversation).toList());
        note(switchover, notes);
        run.settle(steps);
    }

    /** Why the former owner can't have it back; null when they can, and then the place is taken. */
    private @Nullable String noRoom(Item item, Map<String, Integer> weights) {
        var former = item.formerOwner;
        if (former == null) {
            return null;
        }
        var agent = company.get().agents().get(former);
        if (agent == null) {
            return former + " is no longer in teams.yaml";
        }
        if (weights.getOrDefault(former, 0) + Silence.WHOLE > agent.capacity() * Silence.WHOLE) {
            return agent.title() + " has no place left";
        }
        weights.merge(former, Silence.WHOLE, Integer::sum);
        return null;
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
                .filter(note -> note.getValue().equals(RESTORED))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where they are, and where they go back to. */
    private static List<String> queues(List<Item> items) {
        return items.stream()
                .flatMap(item -> Stream.of(item.queue, item.formerQueue))
                .distinct()
                .toList();
    }

    private static List<String> people(List<Item> items) {
        return items.stream()
                .flatMap(item -> Stream.of(item.formerOwner, item.owner))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
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

    /** A conversation as it is now, and as it was before the switchover. */
    private record Item(
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

        Change back(Instant now, Viewer by) {
            return new Change(
                    conversation,
                    epoch + 1,
                    RESTORED,
                    formerOwner == null ? Status.WAITING : Status.IN_PROGRESS,
                    formerQueue,
                    owner,
                    formerOwner,
                    by.name(),
                    by.title() + " undid the switchover",
                    List.of(),
                    now);
        }
    }
}
