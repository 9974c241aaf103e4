package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Status;
import dev.rota.shift.Attendance;
import dev.rota.shift.Edge;
import dev.rota.switchover.OpenConversation;
import dev.rota.switchover.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes what a switchover concerns from the ledger: what waits, and what belongs to somebody who is off by then. */
final class Snapshots {

    private static final String OPEN =
            """
            SELECT c.id, c.epoch, c.status, c.queue, c.priority, c.skill, c.owner, k.until,
                   coalesce(c.waiting_since, a.from_at, c.opened_at) AS since
            FROM conversation c
            LEFT JOIN assignment a ON a.conversation = c.id AND a.to_at IS NULL
            LEFT JOIN kept_conversation k ON k.conversation = c.id AND k.epoch = c.epoch
            WHERE (c.status = 'waiting' OR c.status = 'in_progress' AND c.owner = ANY(:off))
            """;

    /** What came to be while the switchover was made, by somebody who did not know of it yet. */
    private static final String LEFT_BEHIND =
            """
            AND NOT EXISTS (SELECT FROM switchover_item i WHERE i.switchover = :switchover AND i.conversation = c.id)
            AND CASE WHEN c.status = 'in_progress' THEN a.from_at < :edge
                ELSE EXISTS (SELECT FROM (SELECT at FROM decision WHERE conversation = c.id
                                          ORDER BY id DESC LIMIT 1) d WHERE d.at < :edge) END
            """;

    private static final String IN_ORDER = " ORDER BY c.id";

    private final JdbcClient jdbc;
    private final Supplier<Rules> rules;
    private final Rulings rulings;
    private final QueueLocks locks;
    private final Loads loads;
    private final PauseTable pauses;

    Snapshots(
            JdbcClient jdbc, Supplier<Rules> rules, Rulings rulings, QueueLocks locks, Loads loads, PauseTable pauses) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.rulings = rulings;
        this.locks = locks;
        this.loads = loads;
        this.pauses = pauses;
    }

    /** What the switchover would concern at that time if all stayed as it is; holds nobody up. */
    Taken look(Edge edge, @Nullable ShiftEnd policy, Instant at) {
        var now = rules.get();
        var open = read(OPEN + IN_ORDER, edge, null, off(now.company(), at));
        return taken(
                now,
                edge,
                policy,
                at,
                open,
                loads.look(
                        now.company().agents().keySet(), now.company().queues().keySet()));
    }

    /** What the switchover concerns; it stays as it is until the transaction ends. */
    Taken hold(Edge edge, @Nullable ShiftEnd policy, Instant at) {
        return hold(OPEN, edge, policy, at, null);
    }

    /** What a switchover that has been made concerns too, and came to be meanwhile. */
    Taken holdLeftBehind(Edge edge, @Nullable ShiftEnd policy, Instant at, long switchover) {
        return hold(OPEN + LEFT_BEHIND, edge, policy, at, switchover);
    }

    /** Locks are taken in the order that holds everywhere: conversations by id, queues by name, agents by name. */
    private Taken hold(String sql, Edge edge, @Nullable ShiftEnd policy, Instant at, @Nullable Long switchover) {
        var now = rules.get();
        var open = read(sql + IN_ORDER + " FOR UPDATE OF c", edge, switchover, off(now.company(), at));
        if (open.isEmpty()) {
            return new Taken(new Snapshot(edge, policy, at, now.company(), open, Map.of(), List.of()), Map.of());
        }
        var queues = new TreeSet<>(now.company().queues().keySet());
        open.forEach(one -> queues.add(one.queue()));
        locks.hold(queues);
        return taken(
                now,
                edge,
                policy,
                at,
                open,
                loads.lock(
                        now.company().agents().keySet(), now.company().queues().keySet()));
    }

    private Taken taken(
            Rules now,
            Edge edge,
            @Nullable ShiftEnd policy,
            Instant at,
            List<OpenConversation> open,
            Map<String, AgentNow> agents) {
        var decided = rulings.ask(open.stream().map(OpenConversation::id).toList(), now, at);
        var withNext = open.stream()
                .map(one -> Optional.ofNullable(decided.get(one.id()))
                        .map(again -> one.with(again.ruling().decision()))
                        .orElse(one))
                .toList();
        return new Taken(
                new Snapshot(
                        edge,
                        policy,
                        at,
                        now.company(),
                        withNext,
                        agents,
                        pauses.holding(now.company().queues().keySet(), at)),
                decided);
    }

    private List<String> off(Company company, Instant at) {
        return jdbc
                .sql("SELECT DISTINCT owner FROM conversation WHERE status = 'in_progress'")
                .query(String.class)
                .list()
                .stream()
                .filter(owner -> company.timetable().attendance(owner, at) instanceof Attendance.Off)
                .toList();
    }

    private List<OpenConversation> read(String sql, Edge edge, @Nullable Long switchover, Collection<String> off) {
        return jdbc.sql(sql)
                .param("off", Unnest.texts(List.copyOf(off), name -> name))
                .param("switchover", switchover)
                .param("edge", Unnest.timestamp(edge.at()))
                .query(Snapshots::open)
                .list();
    }

    private static OpenConversation open(ResultSet row, int number) throws SQLException {
        return new OpenConversation(
                row.getLong("id"),
                row.getInt("epoch"),
                Status.of(Columns.text(row, "status")),
                Columns.text(row, "queue"),
                row.getInt("priority"),
                row.getString("skill"),
                row.getString("owner"),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "until"),
                null);
    }
}
