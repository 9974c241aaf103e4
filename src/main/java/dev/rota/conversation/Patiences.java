package dev.rota.conversation;

import dev.rota.assignment.Overlong;
import dev.rota.assignment.Overlong.Consequence;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.routing.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for customers who have been waiting too long, and sees to it that somebody else answers them. */
public final class Patiences {

    private static final Logger log = LoggerFactory.getLogger(Patiences.class);
    private static final int MOST_AT_ONCE = 500;

    private static final String UNANSWERED =
            """
            SELECT id, epoch, queue, status, owner, priority, lapses, escalated, supervised,
                   greatest(unanswered_since, owned_since) AS since
            FROM conversation
            WHERE status = 'in_progress' AND queue = :queue AND unanswered_since <= :before AND owned_since <= :before
            ORDER BY unanswered_since LIMIT :most
            """;

    private static final String WAITING =
            """
            SELECT id, epoch, queue, status, owner, priority, lapses, escalated, supervised, waiting_since AS since
            FROM conversation
            WHERE status = 'waiting' AND queue = :queue AND waiting_since <= :before
              AND (:overflows AND NOT supervised OR escalated < :steps)
            ORDER BY waiting_since LIMIT :most
            """;

    private static final String MARK =
            """
            UPDATE conversation
            SET priority = :priority, escalated = escalated + :escalated, lapses = lapses + :lapses,
                supervised = supervised OR :supervised
            WHERE id = :id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Changes changes;
    private final Telling telling;
    private final Drainer drainer;
    private final Clock clock;

    Patiences(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Changes changes,
            Telling telling,
            Drainer drainer,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.company = company;
        this.changes = changes;
        this.telling = telling;
        this.drainer = drainer;
        this.clock = clock;
    }

    /** Looks once through all queues; each conversation that is concerned changes in a transaction of its own. */
    public void look() {
        var now = clock.instant();
        company.get().queues().values().stream()
                .flatMap(queue ->
                        Stream.of(unanswered(queue, now), waiting(queue, now)).flatMap(Collection::stream))
                .forEach(found -> found.overlong
                        .consequence(company.get(), now)
                        .ifPresent(consequence -> carryOut(found, consequence, now)));
    }

    private List<Found> unanswered(Queue queue, Instant now) {
        var lease = queue.patience().lease();
        return lease == null
                ? List.of()
                : jdbc.sql(UNANSWERED)
                        .param("queue", queue.name())
                        .param("before", Unnest.timestamp(now.minus(lease.after())))
                        .param("most", MOST_AT_ONCE)
                        .query((row, n) -> Found.of(row))
                        .list();
    }

    private List<Found> waiting(Queue queue, Instant now) {
        var steps = queue.patience().escalation();
        var shortest = Stream.concat(
                        steps.stream().map(step -> step.after()),
                        Stream.ofNullable(queue.overflow()).map(overflow -> overflow.after()))
                .min(Duration::compareTo);
        return shortest.map(after -> jdbc.sql(WAITING)
                        .param("queue", queue.name())
                        .param("before", Unnest.timestamp(now.minus(after)))
                        .param("overflows", queue.overflow() != null)
                        .param("steps", steps.size())
                        .param("most", MOST_AT_ONCE)
                        .query((row, n) -> Found.of(row))
                        .list())
                .orElse(List.of());
    }

    /** What has changed since it was found is looked at again in the next second. */
    private void carryOut(Found found, Consequence consequence, Instant now) {
        var change = found.change(consequence, now);
        try {
            transaction.executeWithoutResult(status -> {
                changes.apply(List.of(change));
                mark(found.overlong, consequence);
                telling.tell(List.of(change), Map.of());
            });
        } catch (TryAgain e) {
            log.debug("conversation {} changed meanwhile: {}", found.overlong.conversation(), e.getMessage());
            return;
        }
        if (change.formerOwner() != null) {
            drainer.drainFor(change.formerOwner());
        }
        drainer.drain(List.of(change.queue()));
    }

    private void mark(Overlong overlong, Consequence consequence) {
        var escalation = consequence instanceof Consequence.Escalation step ? step : null;
        var lapse = consequence instanceof Consequence.Lapse one ? one : null;
        jdbc.sql(MARK)
                .param("id", overlong.conversation())
                .param("priority", (escalation == null ? overlong.priority() : escalation.priority()).rank())
                .param("escalated", escalation == null ? 0 : 1)
                .param("lapses", lapse == null ? 0 : 1)
                .param(
                        "supervised",
                        (escalation != null && escalation.supervisor()) || (lapse != null && lapse.toSupervisor()))
                .update();
    }

    private record Found(Overlong overlong, int epoch) {

        static Found of(ResultSet row) throws SQLException {
            var overlong = new Overlong(
                    row.getLong("id"),
                    Columns.text(row, "queue"),
                    Status.of(Columns.text(row, "status")),
                    Columns.instant(row, "since"),
                    row.getString("owner"),
                    Priority.ofRank(row.getInt("priority")),
                    row.getInt("lapses"),
                    row.getInt("escalated"),
                    row.getBoolean("supervised"));
            return new Found(overlong, row.getInt("epoch"));
        }

        Change change(Consequence consequence, Instant now) {
            var queue = consequence instanceof Consequence.Overflow overflow ? overflow.to() : overlong.queue();
            return new Change(
                    overlong.conversation(),
                    epoch + 1,
                    what(consequence),
                    Status.WAITING,
                    queue,
                    overlong.owner(),
                    null,
                    Change.ROTA,
                    consequence.why(),
                    List.of(),
                    now);
        }

        private static String what(Consequence consequence) {
            if (consequence instanceof Consequence.Lapse) {
                return "released";
            }
            return consequence instanceof Consequence.Overflow ? "moved" : "escalated";
        }
    }
}
