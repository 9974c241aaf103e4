package dev.rota.conversation;

import dev.rota.assignment.Staff;
import dev.rota.desk.Company;
import dev.rota.desk.Strategy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it was last in queues that go round; read and written while the queue is held. */
final class Turns {

    private static final String WRITE =
            """
            INSERT INTO agent_turn AS t (queue, agent, turn)
            SELECT :queue, n.agent, n.turn FROM unnest(:agents, :turns) AS n (agent, turn)
            ON CONFLICT (queue, agent) DO UPDATE SET turn = excluded.turn WHERE t.turn < excluded.turn
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    Turns(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    /** The last turn of each agent in each of these queues that goes round, by agent and queue. */
    Map<String, Map<String, Long>> read(Collection<String> queues) {
        var round = queues.stream().filter(this::goesRound).toList();
        var turns = new HashMap<String, Map<String, Long>>();
        if (!round.isEmpty()) {
            jdbc.sql("SELECT queue, agent, turn FROM agent_turn WHERE queue = ANY(:queues)")
                    .param("queues", Unnest.texts(round, name -> name))
                    .query(row -> {
                        turns.computeIfAbsent(row.getString("agent"), agent -> new HashMap<>())
                                .put(row.getString("queue"), row.getLong("turn"));
                    });
        }
        return turns;
    }

    /** Writes down whose turn it was, after the queue has handed out. */
    void write(String queue, Staff staff) {
        var turns = List.copyOf(staff.turns(queue).entrySet());
        if (goesRound(queue) && !turns.isEmpty()) {
            jdbc.sql(WRITE)
                    .param("queue", queue)
                    .param("agents", Unnest.texts(turns, Map.Entry::getKey))
                    .param("turns", Unnest.bigints(turns, Map.Entry::getValue))
                    .update();
        }
    }

    private boolean goesRound(String queue) {
        return company.get().queue(queue).handout().strategy() == Strategy.ROUND_ROBIN;
    }
}
