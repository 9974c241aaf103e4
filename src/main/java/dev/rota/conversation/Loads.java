package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Silence;
import dev.rota.desk.TryAgain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each agent has to do; never more than the agent's capacity. */
final class Loads {

    /** What {@link #of} reads of {@code agent_load l}. */
    static final String COLUMNS =
            "l.open, l.weight, l.idle_since, l.presence, l.presence_since, l.presence_until, l.presence_by";

    private static final String READ =
            "SELECT l.agent, " + COLUMNS + " FROM agent_load l WHERE l.agent = ANY(:names) ORDER BY l.agent";

    private static final String COUNT =
            """
            SELECT owner, queue, count(*) AS open FROM conversation
            WHERE status = 'in_progress' AND owner = ANY(:names) AND queue = ANY(:queues)
            GROUP BY owner, queue
            """;

    private static final String SHIFT =
            """
            WITH held AS MATERIALIZED (
                SELECT agent FROM agent_load WHERE agent = ANY(:agents) ORDER BY agent FOR UPDATE
            )
            UPDATE agent_load l
            SET open = l.open + n.open, weight = l.weight + n.weight,
                idle_since = CASE WHEN n.open = 0 THEN l.idle_since ELSE :at END
            FROM held JOIN unnest(:agents, :opens, :weights, :mosts) AS n (agent, open, weight, most) USING (agent)
            WHERE l.agent = held.agent AND (n.weight <= 0 OR l.weight + n.weight <= n.most)
            RETURNING l.agent
            """;

    private static final String DECLARE =
            """
            INSERT INTO agent_load (agent, open, presence, presence_since, presence_until, presence_by)
            VALUES (:agent, 0, :state, :since, :until, :by)
            ON CONFLICT (agent) DO UPDATE
            SET presence = excluded.presence, presence_since = excluded.presence_since,
                presence_until = excluded.presence_until, presence_by = excluded.presence_by
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Turns turns;

    Loads(JdbcClient jdbc, Supplier<Company> company, Turns turns) {
        this.jdbc = jdbc;
        this.company = company;
        this.turns = turns;
    }

    /**
     * What these agents have, which stays as it is until the transaction ends.
     *
     * @param queues the queues that want to know how much of it is theirs
     */
    Map<String, AgentNow> lock(Collection<String> agents, Collection<String> queues) {
        var names = agents.stream().sorted().distinct().toList();
        var found = rows(names, " FOR UPDATE");
        if (found.size() < names.size()) {
            enrol(names);
            found = rows(names, " FOR UPDATE");
        }
        return inQueues(found, queues);
    }

    /** Holds what these agents have as it is until the transaction ends. */
    void hold(Collection<String> agents) {
        rows(agents.stream().sorted().distinct().toList(), " FOR UPDATE");
    }

    /** What these agents have at this instant; holds nobody up. */
    Map<String, AgentNow> look(Collection<String> agents, Collection<String> queues) {
        return inQueues(rows(List.copyOf(agents), ""), queues);
    }

    /**
     * Changes loads; they are held in the order of the agents' names, so that two transactions never wait for each other.
     *
     * @throws TryAgain when an agent would have more than the capacity allows
     */
    void shift(Map<String, Step> balance, Instant at) {
        var steps = balance.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Step.NONE))
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        var full = steps.stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
        jdbc.sql(SHIFT)
                .param("agents", Unnest.texts(steps, Map.Entry::getKey))
                .param("opens", Unnest.integers(steps, entry -> entry.getValue().open))
                .param("weights", Unnest.integers(steps, entry -> entry.getValue().weight))
                .param("mosts", Unnest.integers(steps, entry -> most(entry.getKey())))
                .param("at", Unnest.timestamp(at))
                .query(row -> {
                    full.remove(row.getString("agent"));
                });
        if (!full.isEmpty()) {
            throw new TryAgain("agent " + full.first() + " has no place left");
        }
    }

    /** Writes down what was declared of an agent; whoever weighs the agent next knows it. */
    void declare(String agent, Presence presence) {
        jdbc.sql(DECLARE)
                .param("agent", agent)
                .param("state", presence.state().label())
                .param("since", Unnest.timestamp(presence.since()))
                .param("until", Unnest.timestamp(presence.until()))
                .param("by", presence.by())
                .update();
    }

    private int most(String agent) {
        var known = company.get().agents().get(agent);
        return known == null ? 0 : known.capacity() * Silence.WHOLE;
    }

    private Map<String, AgentNow> rows(List<String> names, String hold) {
        var found = new HashMap<String, AgentNow>();
        jdbc.sql(READ + hold).param("names", Unnest.texts(names, name -> name)).query(row -> {
            found.put(row.getString("agent"), of(row));
        });
        return found;
    }

    /** Reads what an agent has; nothing at all where there is no row of theirs. */
    static AgentNow of(ResultSet row) throws SQLException {
        var presence = row.getString("presence") == null
                ? null
                : new Presence(
                        Presence.State.of(Columns.text(row, "presence")),
                        Columns.instant(row, "presence_since"),
                        Columns.instant(row, "presence_until"),
                        Columns.text(row, "presence_by"));
        return new AgentNow(
                row.getInt("open"),
                row.getInt("weight"),
                Columns.instantOrNull(row, "idle_since"),
                presence,
                Map.of(),
                Map.of());
    }

    private Map<String, AgentNow> inQueues(Map<String, AgentNow> agents, Collection<String> queues) {
        var limited = queues.stream()
                .filter(queue -> company.get().queue(queue).handout().capacity() != null)
                .toList();
        var last = turns.read(queues);
        if (limited.isEmpty() && last.isEmpty()) {
            return agents;
        }
        var counts = counts(List.copyOf(agents.keySet()), limited);
        var inQueues = new HashMap<String, AgentNow>();
        agents.forEach((name, now) ->
                inQueues.put(name, now.in(counts.getOrDefault(name, Map.of()), last.getOrDefault(name, Map.of()))));
        return inQueues;
    }

    private Map<String, Map<String, Integer>> counts(List<String> names, List<String> queues) {
        var counts = new HashMap<String, Map<String, Integer>>();
        if (!queues.isEmpty()) {
            jdbc.sql(COUNT)
                    .param("names", Unnest.texts(names, name -> name))
                    .param("queues", Unnest.texts(queues, name -> name))
                    .query(row -> {
                        counts.computeIfAbsent(row.getString("owner"), owner -> new HashMap<>())
                                .put(row.getString("queue"), row.getInt("open"));
                    });
        }
        return counts;
    }

    private void enrol(List<String> names) {
        jdbc.sql("INSERT INTO agent_load (agent, open) SELECT name, 0 FROM unnest(:names) name ON CONFLICT DO NOTHING")
                .param("names", Unnest.texts(names, name -> name))
                .update();
    }

    /**
     * A change of a load.
     *
     * @param open how many conversations more
     * @param weight how much more these weigh, in hundredths
     */
    record Step(int open, int weight) {

        static final Step NONE = new Step(0, 0);

        Step and(Step other) {
            return new Step(open + other.open, weight + other.weight);
        }
    }
}
