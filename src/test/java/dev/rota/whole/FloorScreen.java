package dev.rota.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.rota.access.People;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.shift.Attendance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the floor shows of people and of the door, beside a recount of the ledger, the assignments and the journal. */
final class FloorScreen {

    private static final String READ =
            """
            () => {
              const words = (cell) => cell.textContent.trim().replace(/\\s+/g, ' ');
              const lines = (table, of) => Object.fromEntries(Array.from(table.querySelectorAll('tbody tr'), (row) =>
                [words(row.querySelector('th')), of(Array.from(row.querySelectorAll('td.n'), words)).join(' ')]));
              const [queues, agents] = document.querySelectorAll('#floor table');
              const big = document.querySelectorAll('#floor .big');
              return JSON.stringify(Object.assign(
                {on: words(big[4]), balance: words(big[5])},
                lines(queues, (cells) => [cells[3], cells[4]]),
                lines(agents, (cells) => [cells[0].replace(/ full$/, ''), cells[4]])));
            }
            """;

    /** What each has, from running assignments; {@code there} is who is on shift by the files and on no break. */
    private static final String PEOPLE =
            """
            WITH roster AS (
                SELECT r.*, shift AND coalesce(presence, 'available') = 'available' AS there,
                    (SELECT count(*) FROM assignment a WHERE a.agent = r.agent AND to_at IS NULL) AS open,
                    (SELECT count(*) FROM assignment a JOIN conversation c ON c.id = a.conversation
                     WHERE a.agent = r.agent AND c.queue = ANY (:queues)
                         AND c.opened_at >= date_trunc('day', now(), :zone)) AS given
                FROM unnest(:agents::text[], :teams::text[], :rooms::int[], :shifts::bool[]) AS r (agent, team, room, shift)
                LEFT JOIN agent_load USING (agent)
            )
            """;

    private static final String AGENTS =
            """
            SELECT agent AS name, open || ' / ' || room || ' '
                || coalesce(round(100.0 * given / nullif(sum(given) OVER (PARTITION BY team), 0)) || ' %', '–') || ' / '
                || CASE WHEN shift THEN round(100.0 * room / sum(room) FILTER (WHERE shift) OVER (PARTITION BY team)) || ' %'
                   ELSE '–' END AS line
            FROM roster
            """;

    private static final String SERVING =
            """
            SELECT count(*) FILTER (WHERE shift) || ' ' || coalesce(sum(greatest(0, room - open)) FILTER (WHERE there), 0)
            FROM roster WHERE team = ANY (:serving)
            """;

    private static final String THERE =
            "SELECT count(*) FILTER (WHERE there) || ' / ' || count(*) FILTER (WHERE shift) FROM roster";

    /** By the events themselves, of which the ledger keeps count. */
    private static final String BALANCE =
            """
            SELECT (SELECT count(*) FROM event_key) - (SELECT count(*) FROM pending)
                - (SELECT coalesce(sum(count), 0) FROM ledger WHERE figure IN ('handled', 'parked'))
            """;

    private final JdbcClient jdbc;
    private final Company company;
    private final String viewer;

    FloorScreen(JdbcClient jdbc, Company company, String viewer) {
        this.jdbc = jdbc;
        this.company = company;
        this.viewer = viewer;
    }

    /** What stands on the page, by the title of each line. */
    static Map<String, String> of(Page page) {
        try {
            return new TreeMap<>(new ObjectMapper()
                    .readValue((String) page.evaluate(READ), new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What should stand there. */
    Map<String, String> recounted() {
        var teams = new People(() -> company).find(viewer).orElseThrow().teams();
        var queues = company.queuesOf(teams);
        var seen = company.agents().values().stream()
                .filter(agent -> teams.contains(agent.team()))
                .toList();
        var all = new TreeMap<String, String>();
        people(AGENTS, seen, queues).query(row -> {
            all.put(title(row.getString("name")), row.getString("line"));
        });
        all.put("on", people(THERE, seen, queues).query(String.class).single());
        for (var queue : queues) {
            all.put(company.queue(queue).title(), serving(company.queue(queue), queues));
        }
        all.put("balance", jdbc.sql(BALANCE).query(String.class).single());
        return all;
    }

    private String title(String agent) {
        return Objects.requireNonNull(company.agents().get(agent)).title();
    }

    private String serving(Queue queue, Collection<String> queues) {
        return people(SERVING, company.agents().values(), queues)
                .param("serving", queue.teams().toArray(String[]::new))
                .query(String.class)
                .single();
    }

    private JdbcClient.StatementSpec people(String figures, Collection<Agent> agents, Collection<String> queues) {
        var now = Instant.now();
        return jdbc.sql(PEOPLE + figures)
                .param("agents", texts(agents, Agent::name))
                .param("teams", texts(agents, Agent::team))
                .param("rooms", agents.stream().map(Agent::capacity).toArray(Integer[]::new))
                .param(
                        "shifts",
                        agents.stream()
                                .map(agent ->
                                        company.timetable().attendance(agent.name(), now) instanceof Attendance.OnShift)
                                .toArray(Boolean[]::new))
                .param("zone", company.timetable().zone(null).getId())
                .param("queues", List.copyOf(queues).toArray(String[]::new));
    }

    private static String[] texts(Collection<Agent> agents, Function<Agent, String> of) {
        return agents.stream().map(of).toArray(String[]::new);
    }
}
