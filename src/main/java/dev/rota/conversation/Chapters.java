package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Tenure;
import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the open conversations of a group of turns to where their decisions say: reopened, moved, returned since nobody
 * is there to answer, or as they were.
 */
final class Chapters {

    private static final String LOCK =
            """
            SELECT c.id, c.epoch, c.status, c.queue, c.owner, c.weight AS part, %s
            FROM conversation c LEFT JOIN agent_load l ON l.agent = c.owner
            WHERE c.id = ANY(:ids) ORDER BY c.id FOR UPDATE OF c
            """
                    .formatted(Loads.COLUMNS);

    private static final String HEAR =
            """
            UPDATE conversation c
            SET last_message_at = greatest(c.last_message_at, n.at),
                last_customer_at = greatest(c.last_customer_at, n.asked_at),
                request_type = coalesce(n.request_type, c.request_type),
                priority = coalesce(n.priority, c.priority),
                skill = CASE WHEN n.request_type IS NULL THEN c.skill ELSE n.skill END,
                rules = coalesce(n.rules, c.rules),
                reply_kind = CASE WHEN c.reply_at > n.reply_at THEN c.reply_kind
                                  ELSE coalesce(n.reply_kind, c.reply_kind) END,
                reply_to = CASE WHEN c.reply_at > n.reply_at THEN c.reply_to ELSE coalesce(n.reply_to, c.reply_to) END,
                reply_at = greatest(c.reply_at, n.reply_at),
                unanswered_since = CASE WHEN n.answered THEN NULL ELSE coalesce(c.unanswered_since, n.asked_at) END,
                replied_at = CASE WHEN n.answered THEN n.at ELSE c.replied_at END,
                lapses = CASE WHEN n.answered THEN 0 ELSE c.lapses END
            FROM unnest(:ids, :ats, :askedAts, :types, :priorities, :skills, :rules, :replyKinds, :replyTos, :replyAts,
                        :answereds)
                AS n (id, at, asked_at, request_type, priority, skill, rules, reply_kind, reply_to, reply_at, answered)
            WHERE c.id = n.id
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Drain drain;
    private final Changes changes;
    private final Wakings wakings;

    Chapters(JdbcClient jdbc, Supplier<Company> company, Drain drain, Changes changes, Wakings wakings) {
        this.jdbc = jdbc;
        this.company = company;
        this.drain = drain;
        this.changes = changes;
        this.wakings = wakings;
    }

    /**
     * Continues conversations, and gives the steps that they took.
     *
     * @param queues those that hand out in this transaction whatever comes of it
     * @throws TryAgain when one has changed since its turn was decided
     */
    List<Change> advance(List<Turn> turns, Collection<String> queues, Instant now) {
        if (turns.isEmpty()) {
            return List.of();
        }
        var rows = lock(turns);
        var steps = new ArrayList<Change>();
        var wake = new TreeMap<Long, String>();
        for (var turn : turns) {
            var row = Objects.requireNonNull(rows.get(turn.standing().conversation()));
            var step = step(turn, row, now);
            if (step != null) {
                steps.add(step);
            } else if (row.owner != null && row.part < Silence.WHOLE && goesToOwner(turn)) {
                wake.put(row.id, row.owner);
            }
        }
        if (!wake.isEmpty() || steps.stream().anyMatch(Change::ends)) {
            var affected = new TreeSet<>(queues);
            affected.addAll(Affected.queues(company.get(), steps));
            var agents = Affected.formerOwners(steps);
            agents.addAll(wake.values());
            drain.hold(affected, agents);
        }
        hear(turns);
        changes.apply(steps);
        wakings.wake(wake, now);
        return steps;
    }

    private @Nullable Change step(Turn turn, Row row, Instant now) {
        var decision = turn.decision();
        if (decision == null) {
            mustBeLeft(turn, row, now);
            return null;
        }
        if (row.epoch != turn.standing().epoch()) {
            throw new TryAgain("the conversation changed while a message for it was being decided");
        }
        if (row.status == Status.CLOSED) {
            return waiting(row, "reopened", decision, Openings.why(turn) + " again", now);
        }
        var vacancy = turn.standing().vacancy();
        if (row.status == Status.IN_PROGRESS && vacancy != null) {
            return waiting(row, "returned", decision, vacancy, now);
        }
        return row.queue.equals(decision.queue())
                ? null
                : waiting(row, "moved", decision, "the rules say so of the customer's next message", now);
    }

    /** A message that was not decided leaves its conversation as it is: with an owner who goes on, or known as late. */
    private void mustBeLeft(Turn turn, Row row, Instant now) {
        if (!turn.message().asksForAnswer()
                || (row.status == Status.WAITING && turn.standing().late())) {
            return;
        }
        if (row.owner == null) {
            throw new TryAgain("the conversation was given back while a message for it was on its way");
        }
        if (goesToOwner(turn) && Tenure.over(company.get(), row.queue, row.owner, row.load, row.part, now) != null) {
            throw new TryAgain("whoever is responsible left while a message for them was on its way");
        }
    }

    /** Whether it is something that the owner is to answer now; what is known to be late was looked at before. */
    private static boolean goesToOwner(Turn turn) {
        return turn.message().asksForAnswer() && !turn.standing().late();
    }

    private static Change waiting(Row row, String what, Decision decision, String why, Instant now) {
        return new Change(
                row.id,
                row.epoch + 1,
                what,
                Status.WAITING,
                decision.queue(),
                row.owner,
                null,
                Change.ROTA,
                why,
                List.of(),
                now);
    }

    private void hear(List<Turn> turns) {
        var hearings = Hearing.of(turns);
        jdbc.sql(HEAR)
                .param("ids", Unnest.bigints(hearings, Hearing::conversation))
                .param("ats", Unnest.instants(hearings, Hearing::at))
                .param("askedAts", Unnest.instants(hearings, Hearing::askedAt))
                .param("types", Unnest.texts(hearings, Hearing::requestType))
                .param("priorities", Unnest.integers(hearings, Hearing::priority))
                .param("skills", Unnest.texts(hearings, Hearing::skill))
                .param("rules", Unnest.texts(hearings, Hearing::rules))
                .param("replyKinds", Unnest.texts(hearings, Hearing::replyKind))
                .param("replyTos", Unnest.texts(hearings, Hearing::replyTo))
                .param("replyAts", Unnest.instants(hearings, Hearing::addressedAt))
                .param("answereds", Unnest.booleans(hearings, Hearing::answered))
                .update();
    }

    private Map<Long, Row> lock(List<Turn> turns) {
        return jdbc
                .sql(LOCK)
                .param("ids", Unnest.bigints(turns, turn -> turn.standing().conversation()))
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getInt("epoch"),
                        Status.of(row.getString("status")),
                        row.getString("queue"),
                        row.getString("owner"),
                        row.getInt("part"),
                        Loads.of(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity(), (first, second) -> first, HashMap::new));
    }

    private record Row(
            long id, int epoch, Status status, String queue, @Nullable String owner, int part, AgentNow load) {}
}
