package dev.rota.conversation;

import dev.rota.conversation.Loads.Step;
import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.desk.TryAgain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the steps of conversations, the assignments that they begin and end, and the load of the agents concerned. */
final class Changes {

    private static final String ADVANCE =
            """
            UPDATE conversation c
            SET status = n.status, queue = n.queue, owner = n.owner, epoch = n.epoch,
                waiting_since = CASE WHEN n.status = 'waiting' THEN coalesce(c.waiting_since, n.at) END,
                waiting_reason = NULL,
                closed_at = CASE WHEN n.status = 'closed' THEN n.at END,
                given_back_by = n.given_back_by, aging = n.aging, weight = 100,
                owned_since = CASE WHEN n.owner IS NOT NULL THEN n.at END,
                unanswered_since = CASE WHEN n.status <> 'closed' THEN c.unanswered_since END,
                lapses = CASE WHEN n.status <> 'closed' THEN c.lapses ELSE 0 END,
                escalated = CASE WHEN n.status = 'waiting' AND c.status = 'waiting' THEN c.escalated ELSE 0 END,
                supervised = n.status = 'waiting' AND c.status = 'waiting' AND c.supervised
            FROM unnest(:ids, :epochs, :statuses, :queues, :owners, :ats, :givenBackBys, :agings)
                AS n (id, epoch, status, queue, owner, at, given_back_by, aging)
            JOIN conversation before ON before.id = n.id
            WHERE c.id = n.id AND c.epoch = n.epoch - 1
            RETURNING c.id, before.weight
            """;

    private static final String CHAIN =
            """
            INSERT INTO change (conversation, epoch, at, what, by, why, status, queue, owner)
            SELECT * FROM unnest(:ids, :epochs, :ats, :whats, :bys, :whys, :statuses, :queues, :owners)
            """;

    private static final String END =
            """
            UPDATE assignment a SET to_at = n.at
            FROM unnest(:ids, :ats) AS n (id, at)
            WHERE a.conversation = n.id AND a.to_at IS NULL
            """;

    private static final String BEGIN =
            """
            INSERT INTO assignment (conversation, epoch, agent, from_at, by, why, because, question)
            SELECT n.id, n.epoch, n.owner, n.at, n.by, n.why, n.because::jsonb, n.question::json
            FROM unnest(:ids, :epochs, :owners, :ats, :bys, :whys, :because, :questions)
                AS n (id, epoch, owner, at, by, why, because, question)
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Loads loads;

    Changes(JdbcClient jdbc, Supplier<Company> company, Loads loads) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
    }

    /**
     * Takes conversations to their next epoch, at most one step each.
     *
     * @throws TryAgain when one of them is no longer at the epoch before, or an agent has no place left
     */
    void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var weights = advance(changes);
        if (weights.size() != changes.size()) {
            throw new TryAgain("a conversation changed while it was being changed");
        }
        record(changes);
        end(changes.stream().filter(Change::ends).toList());
        begin(changes.stream().filter(Change::begins).toList());
        loads.shift(balance(changes, weights), changes.get(changes.size() - 1).at());
    }

    /** Advances what is at the epoch before, and gives what each weighed until then. */
    private Map<Long, Integer> advance(List<Change> changes) {
        var weights = new HashMap<Long, Integer>();
        bind(ADVANCE, changes)
                .param("givenBackBys", Unnest.texts(changes, Change::givenBackBy))
                .param("agings", Unnest.integers(changes, change -> aging(change.queue())))
                .query(row -> {
                    weights.put(row.getLong("id"), row.getInt("weight"));
                });
        return weights;
    }

    /** How many seconds of waiting are worth one step of priority in that queue. */
    int aging(String queue) {
        return (int) company.get().queue(queue).handout().aging().toSeconds();
    }

    /** Adds steps to their conversations' chains, for conversations that already stand as the steps say. */
    void record(List<Change> changes) {
        if (!changes.isEmpty()) {
            bind(CHAIN, changes)
                    .param("whats", Unnest.texts(changes, Change::what))
                    .param("bys", Unnest.texts(changes, Change::by))
                    .param("whys", Unnest.texts(changes, Change::why))
                    .update();
        }
    }

    private void end(List<Change> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql(END)
                    .param("ids", Unnest.bigints(changes, Change::conversation))
                    .param("ats", Unnest.instants(changes, Change::at))
                    .update();
        }
    }

    private void begin(List<Change> changes) {
        if (!changes.isEmpty()) {
            bind(BEGIN, changes)
                    .param("bys", Unnest.texts(changes, Change::by))
                    .param("whys", Unnest.texts(changes, Change::why))
                    .param("because", Unnest.texts(changes, change -> Json.of(change.because())))
                    .param("questions", Unnest.texts(changes, change -> Json.ofNullable(change.question())))
                    .update();
        }
    }

    private JdbcClient.StatementSpec bind(String sql, List<Change> changes) {
        return jdbc.sql(sql)
                .param("ids", Unnest.bigints(changes, Change::conversation))
                .param("epochs", Unnest.integers(changes, Change::epoch))
                .param("ats", Unnest.instants(changes, Change::at))
                .param("statuses", Unnest.texts(changes, change -> change.status()
                        .label()))
                .param("queues", Unnest.texts(changes, Change::queue))
                .param("owners", Unnest.texts(changes, Change::owner));
    }

    private static SortedMap<String, Step> balance(List<Change> changes, Map<Long, Integer> weights) {
        var balance = new TreeMap<String, Step>();
        for (var change : changes) {
            var weight = weights.getOrDefault(change.conversation(), Silence.WHOLE);
            count(balance, change.formerOwner(), new Step(-1, -weight));
            count(balance, change.owner(), new Step(1, Silence.WHOLE));
        }
        return balance;
    }

    private static void count(SortedMap<String, Step> balance, @Nullable String agent, Step step) {
        if (agent != null) {
            balance.merge(agent, step, Step::and);
        }
    }
}
