package dev.rota.conversation;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.shift.Attendance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be true of a ledger while nothing is under way, found in its rows and from the meaning of the files alone. */
final class Audit {

    private static final List<String> ROWS = List.of(
            """
            SELECT 'conversation ' || conversation || ' has ' || count(*) || ' responsible agents'
            FROM assignment WHERE to_at IS NULL GROUP BY conversation HAVING count(*) > 1
            """,
            """
            SELECT 'conversation ' || c.id || ' is owned by ' || coalesce(owner, 'nobody') || ', assigned to '
                || coalesce(agent, 'nobody')
            FROM conversation c LEFT JOIN assignment ON conversation = c.id AND to_at IS NULL
            WHERE owner IS DISTINCT FROM agent
            """,
            """
            SELECT 'customer ' || customer || ' has ' || count(*) || ' open conversations'
            FROM conversation WHERE status <> 'closed' GROUP BY number, customer HAVING count(*) > 1
            """,
            """
            SELECT 'conversation ' || c.id || ' is at epoch ' || c.epoch || ' after ' || count(change.epoch) || ' steps'
            FROM conversation c LEFT JOIN change ON conversation = c.id
            GROUP BY c.id HAVING count(change.epoch) <> c.epoch OR max(change.epoch) <> c.epoch
            """,
            """
            SELECT 'agent ' || l.agent || ' is loaded with ' || l.open || ' and ' || l.weight || ', and has ' || count(c.id)
                || ' and ' || coalesce(sum(c.weight), 0)
            FROM agent_load l LEFT JOIN conversation c ON c.owner = l.agent AND c.status = 'in_progress'
            GROUP BY l.agent HAVING l.open <> count(c.id) OR l.weight <> coalesce(sum(c.weight), 0)
            """);

    private final Desk desk;
    private final Company company;
    private final Instant now;
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Presence> presences = new HashMap<>();

    private Audit(Desk desk) {
        this.desk = desk;
        this.company = desk.company;
        this.now = desk.clock.instant();
        desk.jdbc
                .sql(
                        "SELECT owner, sum(weight) AS weight FROM conversation WHERE status = 'in_progress' GROUP BY owner")
                .query(row -> {
                    weights.put(row.getString("owner"), row.getInt("weight"));
                });
        desk.jdbc.sql("SELECT * FROM agent_load l WHERE presence IS NOT NULL").query(row -> {
            var presence = Loads.of(row).presence();
            if (presence != null) {
                presences.put(row.getString("agent"), presence);
            }
        });
    }

    /** Each in a sentence. */
    static List<String> faults(Desk desk) {
        var audit = new Audit(desk);
        var faults = new ArrayList<String>();
        ROWS.forEach(sql -> faults.addAll(desk.jdbc.sql(sql).query(String.class).list()));
        faults.addAll(audit.overloaded());
        faults.addAll(audit.forgotten());
        return faults;
    }

    private List<String> overloaded() {
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 100 * capacity(entry.getKey()))
                .map(entry -> "agent " + entry.getKey() + " has " + entry.getValue() + " hundredths of "
                        + 100 * capacity(entry.getKey()))
                .toList();
    }

    private int capacity(String name) {
        var agent = company.agents().get(name);
        return agent == null ? 0 : agent.capacity();
    }

    private List<String> forgotten() {
        return desk
                .jdbc
                .sql("SELECT id, queue, given_back_by FROM conversation WHERE status = 'waiting' AND NOT supervised")
                .query((row, n) ->
                        forgotten(row.getLong("id"), Columns.text(row, "queue"), row.getString("given_back_by")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> forgotten(long conversation, String name, @Nullable String givenBackBy) {
        var queue = company.queue(name);
        if (!company.timetable().open(name, queue.hours(), now)) {
            return List.of();
        }
        return company.agents().values().stream()
                .filter(agent ->
                        queue.teams().contains(agent.team()) && !agent.name().equals(givenBackBy))
                .filter(this::isThere)
                .filter(agent -> weights.getOrDefault(agent.name(), 0) + 100 <= 100 * agent.capacity())
                .map(agent -> agent.name() + " could have conversation " + conversation + " of queue " + name)
                .limit(1)
                .toList();
    }

    private boolean isThere(Agent agent) {
        var presence = presences.get(agent.name());
        return company.timetable().attendance(agent.name(), now) instanceof Attendance.OnShift
                && (presence == null
                        || presence.state() == Presence.State.AVAILABLE
                        || !now.isBefore(presence.until()));
    }
}
