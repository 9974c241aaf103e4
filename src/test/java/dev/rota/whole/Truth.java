package dev.rota.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Compares what was promised with what stands in the database and at the helpdesk; each fault is a sentence. */
final class Truth {

    private static final int PORT_LINE = 3;

    private static final String MESSAGES =
            """
            SELECT 'acknowledged message ' || promised.n || ' is in ' || count(message.id) || ' rows'
            FROM unnest(?::text[]) WITH ORDINALITY AS promised (wamid, n)
            LEFT JOIN message ON message.wamid = promised.wamid AND message.direction = 'in'
            GROUP BY promised.n HAVING count(message.id) <> 1
            """;

    private static final String TICKETS =
            """
            SELECT 'conversation ' || coalesce(conversation.id::text, held.id) || ' has ' || count(held.id)
                || ' tickets at the helpdesk' || CASE WHEN conversation.id IS NULL THEN ', but is not here' ELSE '' END
            FROM conversation FULL JOIN unnest(?::text[]) AS held (id) ON held.id = conversation.id::text
            GROUP BY conversation.id, coalesce(conversation.id::text, held.id), held.id
            HAVING conversation.id IS NULL
                OR count(held.id) <> CASE WHEN bool_or(status = 'closed' AND epoch = 1) THEN 0 ELSE 1 END
            """;

    private static final String LOADS =
            """
            SELECT 'agent ' || agent || ' has ' || count(*) || ' conversations, with room for '
                || coalesce(most::text, 'none')
            FROM assignment LEFT JOIN unnest(?::text[], ?::integer[]) AS room (name, most) ON name = agent
            WHERE to_at IS NULL GROUP BY agent, most HAVING count(*) > coalesce(most, 0)
            """;

    private static final List<String> SWEEPS = List.of(
            """
            SELECT 'conversation ' || conversation || ' has ' || count(*) || ' open assignments'
            FROM assignment WHERE to_at IS NULL GROUP BY conversation HAVING count(*) > 1
            """,
            """
            SELECT 'conversation ' || c.id || ' is owned by ' || coalesce(owner, 'nobody') || ', assigned to '
                || coalesce(agent, 'nobody')
            FROM conversation c LEFT JOIN assignment ON conversation = c.id AND to_at IS NULL
            WHERE owner IS DISTINCT FROM agent
            """,
            """
            SELECT 'customer ' || customer || ' has ' || count(*) || ' open conversations with one number'
            FROM conversation WHERE status <> 'closed' GROUP BY number, customer HAVING count(*) > 1
            """,
            """
            SELECT 'agent ' || coalesce(l.agent, a.agent) || ' counts ' || coalesce(l.open, 0) || ' conversations and has '
                || coalesce(a.open, 0)
            FROM agent_load l FULL JOIN (SELECT agent, count(*) AS open FROM assignment WHERE to_at IS NULL GROUP BY agent) a
                ON a.agent = l.agent
            WHERE coalesce(l.open, 0) <> coalesce(a.open, 0)
            """,
            """
            SELECT 'agent ' || l.agent || ' is loaded with ' || l.weight || ' hundredths and should be with '
                || coalesce(sum(c.weight), 0)
            FROM agent_load l LEFT JOIN conversation c ON c.owner = l.agent AND c.status = 'in_progress'
            GROUP BY l.agent HAVING l.weight <> coalesce(sum(c.weight), 0)
            """,
            """
            SELECT 'conversation ' || c.id || ' is at epoch ' || c.epoch || ' after ' || count(change.epoch) || ' changes'
            FROM conversation c LEFT JOIN change ON conversation = c.id
            GROUP BY c.id HAVING count(change.epoch) <> c.epoch OR max(change.epoch) <> c.epoch
            """,
            """
            SELECT 'received ' || received || ' events, but handled, parked and pending are ' || told
            FROM (SELECT coalesce(sum(count) FILTER (WHERE figure = 'received'), 0) AS received,
                         coalesce(sum(count) FILTER (WHERE figure IN ('handled', 'parked')), 0)
                             + (SELECT count(*) FROM pending) AS told FROM ledger) balance
            WHERE received <> told
            """,
            """
            SELECT 'the journal holds ' || (SELECT count(*) FROM journal) || ' events of ' || count(*) || ' received'
            FROM event_key HAVING count(*) <> (SELECT count(*) FROM journal)
            """,
            "SELECT 'delivery ' || id || ' is ' || state FROM delivery WHERE state <> 'done'");

    private final JdbcClient jdbc;

    /** A message that stands in a conversation. */
    record Said(long conversation, String wamid) {

        @Override
        public String toString() {
            return "Said[" + conversation + "]";
        }
    }

    Truth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That of the embedded PostgreSQL in a data folder, whoever runs it at the moment. */
    static Truth in(Path data) {
        return new Truth(database(data));
    }

    /** The embedded PostgreSQL in a data folder. */
    static JdbcClient database(Path data) {
        try {
            var port = Files.readAllLines(data.resolve("pg/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password = Files.readString(data.resolve("pg.password")).strip();
            return JdbcClient.create(
                    new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/rota", "postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing is left to do: no event to handle, no delivery to bring. */
    boolean quiet() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM pending)"
                        + " AND NOT EXISTS (SELECT FROM delivery WHERE state IN ('due', 'sending'))")
                .query(Boolean.class)
                .single();
    }

    long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** A figure of the ledger, over all numbers and engines. */
    long figure(String figure) {
        return jdbc.sql("SELECT coalesce(sum(count), 0) FROM ledger WHERE figure = ?")
                .param(figure)
                .query(Long.class)
                .single();
    }

    /** Those of these messages that are there, in the order in which they were handled. */
    List<Said> said(Collection<String> wamids) {
        return jdbc.sql(
                        "SELECT conversation, wamid FROM message WHERE wamid = ANY (?) AND direction = 'in' ORDER BY id")
                .param(texts(wamids))
                .query((row, n) -> new Said(row.getLong(1), row.getString(2)))
                .list();
    }

    /**
     * Everything that is not as promised.
     *
     * @param acknowledged the wamids that were answered 200
     * @param ticketed the conversation of each ticket that the helpdesk holds
     * @param room how many conversations each agent may have
     */
    List<String> faults(Collection<String> acknowledged, Collection<String> ticketed, Map<String, Integer> room) {
        var faults = new ArrayList<String>();
        faults.addAll(told(jdbc.sql(MESSAGES).param(texts(acknowledged))));
        faults.addAll(told(jdbc.sql(TICKETS).param(texts(ticketed))));
        var agents = List.copyOf(room.keySet());
        var most = agents.stream().map(room::get).toArray(Integer[]::new);
        faults.addAll(told(jdbc.sql(LOADS).param(texts(agents)).param(most)));
        SWEEPS.forEach(sweep -> faults.addAll(told(jdbc.sql(sweep))));
        return faults;
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static List<String> told(JdbcClient.StatementSpec sweep) {
        return sweep.query(String.class).list();
    }
}
