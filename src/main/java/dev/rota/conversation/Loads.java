package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.TryAgain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many conversations each agent has; never more than the agent's capacity. */
final class Loads {

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    Loads(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    /** The open conversations of these agents, which stay as they are until the transaction ends. */
    Map<String, Integer> lock(Collection<String> agents) {
        var names = agents.stream().sorted().distinct().toList();
        var found = read(names, " FOR UPDATE");
        if (found.size() < names.size()) {
            enrol(names);
            found = read(names, " FOR UPDATE");
        }
        return found;
    }

    /** The open conversations of these agents at this instant; holds nobody up. */
    Map<String, Integer> look(Collection<String> agents) {
        return read(List.copyOf(agents), "");
    }

    /**
     * Changes loads, in the order of the agents' names so that two transactions never wait for each other.
     *
     * @throws TryAgain when an agent would have more than the capacity allows
     */
    void shift(SortedMap<String, Integer> balance) {
        balance.forEach((agent, step) -> {
            if (step != 0 && update(agent, step) == 0) {
                throw new TryAgain("agent " + agent + " has no place left");
            }
        });
    }

    private int update(String agent, int step) {
        var known = company.get().agents().get(agent);
        var capacity = known == null ? 0 : known.capacity();
        return jdbc.sql("UPDATE agent_load SET open = open + :step"
                        + " WHERE agent = :agent AND (:step < 0 OR open + :step <= :capacity)")
                .param("step", step)
                .param("agent", agent)
                .param("capacity", capacity)
                .update();
    }

    private Map<String, Integer> read(List<String> names, String hold) {
        return jdbc
                .sql("SELECT agent, open FROM agent_load WHERE agent = ANY(:names) ORDER BY agent" + hold)
                .param("names", Unnest.texts(names, name -> name))
                .query((row, n) -> Map.entry(row.getString("agent"), row.getInt("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void enrol(List<String> names) {
        jdbc.sql("INSERT INTO agent_load (agent, open) SELECT name, 0 FROM unnest(:names) name ON CONFLICT DO NOTHING")
                .param("names", Unnest.texts(names, name -> name))
                .update();
    }
}
