package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose answer is due until an instant, as a condition on {@code conversation c}: who wrote so long ago, in the business
 * time of the queue, that its response time is over then. A queue that has left the files has the times of the fallback.
 *
 * @param prefix what the names of the parameters begin with
 */
record Dues(String prefix, String fallback, List<OfQueue> queues) {

    private static final String WROTE_BEFORE =
            """
            (SELECT CASE WHEN c.replied_at IS NULL THEN d.first ELSE d.next END
             FROM unnest(:{p}Queues, :{p}Firsts, :{p}Nexts) AS d (queue, first, next)
             WHERE d.queue = c.queue OR d.queue = :{p}Fallback AND c.queue <> ALL(:{p}Known) LIMIT 1)""";

    Dues {
        queues = List.copyOf(queues);
    }

    static Dues until(Instant limit, String prefix, Company company) {
        var queues = company.queues().values().stream()
                .map(queue -> OfQueue.of(queue, limit, company))
                .toList();
        return new Dues(prefix, company.fallback(), queues);
    }

    /** Whether the answer is due until then. */
    String condition() {
        return "c.unanswered_since <= " + wroteBefore();
    }

    /** Whether there is a time by which the customer who waits has to be answered. */
    String measured() {
        return "c.unanswered_since IS NOT NULL AND " + wroteBefore() + " IS NOT NULL";
    }

    Map<String, Object> parameters() {
        return Map.of(
                prefix + "Queues", Unnest.texts(queues, OfQueue::queue),
                prefix + "Firsts", Unnest.instants(queues, OfQueue::first),
                prefix + "Nexts", Unnest.instants(queues, OfQueue::next),
                prefix + "Fallback", fallback,
                prefix + "Known", queues.stream().map(OfQueue::queue).toArray(String[]::new));
    }

    private String wroteBefore() {
        return WROTE_BEFORE.replace("{p}", prefix);
    }

    /**
     * Until when somebody must have written for the answer to be due; null when it never is.
     *
     * @param first where nothing has been answered yet
     * @param next where something has
     */
    record OfQueue(String queue, @Nullable Instant first, @Nullable Instant next) {

        static OfQueue of(Queue queue, Instant limit, Company company) {
            return new OfQueue(
                    queue.name(),
                    before(queue, limit, queue.answer().first(), company),
                    before(queue, limit, queue.answer().next(), company));
        }

        private static @Nullable Instant before(
                Queue queue, Instant limit, @Nullable Duration target, Company company) {
            return target == null
                    ? null
                    : company.timetable()
                            .beforeOpenTime(queue.name(), queue.hours(), limit, target)
                            .orElse(Instant.EPOCH);
        }
    }
}
