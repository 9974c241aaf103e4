package dev.rota.conversation;

import dev.rota.assignment.Outcome;
import dev.rota.assignment.Question;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Verdict;
import dev.rota.assignment.Waiting;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records what would become of the conversations of numbers in shadow mode, and lets nothing become of them: they are
 * never open, so nothing that hands out, tells or sends ever finds them.
 */
final class Shadows {

    private static final String CONTINUE =
            """
            UPDATE conversation c
            SET last_message_at = greatest(c.last_message_at, n.at),
                last_customer_at = greatest(c.last_customer_at, n.asked_at),
                closed_at = CASE WHEN n.asked_at IS NULL THEN c.closed_at ELSE greatest(c.closed_at, :now) END
            FROM unnest(:ids, :ats, :askedAts) AS n (id, at, asked_at)
            WHERE c.id = n.id AND c.shadow
            """;

    /** Who would have it keeps it; what would wait is decided and given anew with each message. */
    private static final String CHOOSE =
            """
            WITH wanted AS (
                SELECT * FROM unnest(:ids, :events, :agents, :reasons, :because, :questions, :queues, :types,
                                     :priorities, :skills)
                    AS n (id, event, agent, reason, because, question, queue, request_type, priority, skill)
            ), chosen AS (
                INSERT INTO shadow_assignment AS s (conversation, event, decided, at, agent, reason, because,
                                                    question)
                SELECT id, event, event, :now, agent, reason, because::jsonb, question::json FROM wanted
                ON CONFLICT (conversation) DO UPDATE
                SET decided = excluded.decided, agent = excluded.agent, reason = excluded.reason,
                    because = excluded.because, question = excluded.question
                WHERE s.agent IS NULL
                RETURNING s.conversation
            )
            UPDATE conversation c
            SET queue = w.queue, request_type = w.request_type, priority = w.priority, skill = w.skill
            FROM wanted w JOIN chosen ON chosen.conversation = w.id
            WHERE c.id = w.id
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Loads loads;
    private final PauseTable pauses;

    Shadows(JdbcClient jdbc, Supplier<Company> company, Loads loads, PauseTable pauses) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
        this.pauses = pauses;
    }

    /** Whether Rota only says what it would do: a conversation that is open from before stays what it is. */
    boolean cover(Turn turn) {
        var status = turn.standing().status();
        return (status == null || status == Status.CLOSED)
                && company.get()
                        .numberById(turn.event().number())
                        .filter(Number::isShadow)
                        .isPresent();
    }

    /**
     * Lets messages be heard in the conversations that they continue, which stay closed from now on.
     *
     * @throws TryAgain when a number's mode has changed since a message was read
     */
    void advance(Collection<Turn> turns, Instant now) {
        var byConversation = new HashMap<Long, Turn>();
        turns.forEach(turn ->
                byConversation.put(Objects.requireNonNull(turn.standing().conversation()), turn));
        var last = List.copyOf(byConversation.values());
        if (last.isEmpty()) {
            return;
        }
        var continued = jdbc.sql(CONTINUE)
                .param("ids", Unnest.bigints(last, turn -> turn.standing().conversation()))
                .param("ats", Unnest.instants(last, MessageTimes::at))
                .param("askedAts", Unnest.instants(last, MessageTimes::askedAt))
                .param("now", Unnest.timestamp(now))
                .update();
        if (continued < last.size()) {
            throw new TryAgain("a number went into shadow mode while a message for it was on its way");
        }
    }

    /** Records who would have been given each conversation that was decided, or why it would wait; takes no place. */
    void choose(Collection<Turn> turns, Map<Long, Long> conversations, Instant now) {
        var given = new HashMap<Long, Given>();
        for (var turn : turns) {
            var decision = turn.decision();
            if (decision != null) {
                var conversation =
                        Objects.requireNonNull(conversations.get(turn.event().id()));
                given.put(conversation, given(conversation, turn, decision, now));
            }
        }
        var rows = List.copyOf(given.values());
        if (!rows.isEmpty()) {
            jdbc.sql(CHOOSE)
                    .param("ids", Unnest.bigints(rows, Given::conversation))
                    .param("events", Unnest.bigints(rows, Given::event))
                    .param("agents", Unnest.texts(rows, Given::agent))
                    .param("reasons", Unnest.texts(rows, Given::reason))
                    .param("because", Unnest.texts(rows, row -> Json.of(row.because)))
                    .param("questions", Unnest.texts(rows, row -> Json.ofNullable(row.question)))
                    .param("queues", Unnest.texts(rows, row -> row.decision.queue()))
                    .param("types", Unnest.texts(rows, row -> row.decision.requestType()))
                    .param(
                            "priorities",
                            Unnest.integers(rows, row -> row.decision.priority().rank()))
                    .param("skills", Unnest.texts(rows, row -> row.decision.skill()))
                    .param("now", Unnest.timestamp(now))
                    .update();
        }
    }

    private Given given(long conversation, Turn turn, Decision decision, Instant now) {
        var queue = decision.queue();
        var event = turn.event().id();
        var staff = Staff.of(company.get(), List.of(queue), now);
        staff.pause(pauses.holding(List.of(queue), now));
        var closed = staff.closed(queue);
        if (closed != null) {
            return new Given(conversation, event, decision, null, closed, List.of(), null);
        }
        staff.load(loads.look(staff.agents(), List.of(queue)));
        var question = staff.question(queue, Waiting.arrived(conversation, now, decision.skill()));
        var outcome = question.answer();
        var agent = outcome instanceof Outcome.Assigned assigned ? assigned.agent() : null;
        return new Given(conversation, event, decision, agent, reason(outcome), outcome.because(), question);
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Waits waits ? waits.reason() : ((Outcome.Assigned) outcome).why();
    }

    private record Given(
            long conversation,
            long event,
            Decision decision,
            @Nullable String agent,
            String reason,
            List<Verdict> because,
            @Nullable Question question) {}
}
