package dev.rota.conversation;

import dev.rota.assignment.Choice;
import dev.rota.assignment.Outcome;
import dev.rota.assignment.Question;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Verdict;
import dev.rota.assignment.Work;
import dev.rota.desk.Company;
import dev.rota.desk.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out what waits, oldest first within priority, to agents on shift who have a place left.
 *
 * <p>It runs inside the transaction of whatever gave it a reason to: arrivals join their queue before it is drained, so
 * they never overtake. Locks are taken in one order everywhere, or not waited for: queues by name, agents by name, then
 * waiting conversations, of which one that somebody else holds is skipped since its holder drains afterwards.
 */
final class Drain {

    private static final String WAITING =
            """
            SELECT id, epoch, skill, given_back_by FROM conversation
            WHERE status = 'waiting' AND queue = :queue
            ORDER BY priority DESC, waiting_since, id
            LIMIT :places
            FOR UPDATE SKIP LOCKED
            """;

    private static final String EXPLAIN =
            """
            UPDATE conversation SET waiting_reason = :reason
            WHERE id IN (SELECT id FROM conversation
                         WHERE status = 'waiting' AND queue = :queue AND waiting_reason IS DISTINCT FROM :reason
                         FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Loads loads;
    private final Changes changes;
    private final Clock clock;

    Drain(JdbcClient jdbc, Supplier<Company> company, Loads loads, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.loads = loads;
        this.changes = changes;
        this.clock = clock;
    }

    /** Drains these queues and gives the assignments made. */
    List<Change> drain(Collection<String> names) {
        var queues = names.stream().distinct().sorted().toList();
        queues.forEach(this::lock);
        var staff = Staff.of(company.get(), queues, clock.instant());
        staff.load(loads.lock(staff.agents()));
        var given =
                queues.stream().flatMap(queue -> drain(queue, staff).stream()).toList();
        changes.apply(given);
        return given;
    }

    private List<Change> drain(String queue, Staff staff) {
        var closed = staff.closed(queue);
        if (closed != null) {
            explain(queue, closed);
            return List.of();
        }
        var given = new ArrayList<Change>();
        for (var waiting : waiting(queue, staff.places(queue))) {
            var work = new Work(waiting.conversation, queue, staff.skill(queue, waiting.skill));
            var candidates = staff.candidates(queue, waiting.givenBackBy);
            var question = new Question(work, candidates, staff.at(), waiting.conversation);
            if (question.answer() instanceof Outcome.Assigned assigned) {
                staff.take(assigned.agent());
                given.add(assignment(waiting, question, assigned));
            }
        }
        var next = Choice.choose(new Work(0, queue, null), staff.candidates(queue, null), staff.at(), 0);
        if (next instanceof Outcome.Waits waits) {
            explain(queue, waits.reason());
        }
        return given;
    }

    private void lock(String queue) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('queue ' || :queue, 0))")
                .param("queue", queue)
                .query((row, n) -> queue)
                .single();
    }

    private List<Waiting> waiting(String queue, int places) {
        if (places == 0) {
            return List.of();
        }
        return jdbc.sql(WAITING)
                .param("queue", queue)
                .param("places", places)
                .query((row, n) -> new Waiting(
                        row.getLong("id"), row.getInt("epoch"), row.getString("skill"), row.getString("given_back_by")))
                .list();
    }

    private void explain(String queue, String reason) {
        jdbc.sql(EXPLAIN).param("queue", queue).param("reason", reason).update();
    }

    private static Change assignment(Waiting waiting, Question question, Outcome.Assigned assigned) {
        return new Change(
                waiting.conversation,
                waiting.epoch + 1,
                "assigned",
                Status.IN_PROGRESS,
                question.work().queue(),
                null,
                assigned.agent(),
                Change.ROTA,
                why(assigned),
                assigned.because(),
                question,
                question.at());
    }

    /** What spoke for the one who was chosen. */
    static String why(Outcome.Assigned assigned) {
        return assigned.because().stream()
                .filter(verdict -> verdict.agent().equals(assigned.agent()))
                .map(Verdict::reason)
                .findFirst()
                .orElse("chosen");
    }

    private record Waiting(long conversation, int epoch, @Nullable String skill, @Nullable String givenBackBy) {}
}
