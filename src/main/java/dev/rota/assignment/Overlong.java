package dev.rota.assignment;

import dev.rota.desk.Company;
import dev.rota.desk.Patience;
import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose customer has been waiting, for somebody or for an answer.
 *
 * @param since the beginning: of the waiting; or, while somebody is responsible, of that or of the customer's unanswered
 *     message, whichever is later
 * @param owner who is responsible; null while it waits
 * @param lapses how many people have left the customer without an answer, one after the other
 * @param escalated how many steps of the queue's escalation it has taken
 * @param supervised whether only a supervisor gives it to somebody
 */
public record Overlong(
        long conversation,
        String queue,
        Status status,
        Instant since,
        @Nullable String owner,
        Priority priority,
        int lapses,
        int escalated,
        boolean supervised) {

    /** What happens to it. */
    public sealed interface Consequence {

        /** In a sentence. */
        String why();

        /**
         * Whoever was responsible no longer is.
         *
         * @param toSupervisor whether only a supervisor gives it to somebody else
         */
        record Lapse(boolean toSupervisor, String why) implements Consequence {}

        /** It takes the next step of its queue's escalation. */
        record Escalation(Priority priority, boolean supervisor, String why) implements Consequence {}

        /** It goes on waiting in another queue. */
        record Overflow(String to, String why) implements Consequence {}
    }

    /** What happens to it at that time; nothing while the customer has not waited too long. */
    public Optional<Consequence> consequence(Company company, Instant at) {
        return switch (status) {
            case IN_PROGRESS -> lapse(company, at);
            case WAITING -> overflow(company, at).or(() -> escalation(company, at));
            case CLOSED -> Optional.empty();
        };
    }

    private Optional<Consequence> lapse(Company company, Instant at) {
        var lease = company.queue(queue).patience().lease();
        if (lease == null || owner == null || isShorter(lease.after(), at)) {
            return Optional.empty();
        }
        var worked = company.timetable().worked(owner, since, at);
        if (worked.compareTo(lease.after()) < 0) {
            return Optional.empty();
        }
        var count = lapses + 1;
        var toSupervisor = count >= lease.times();
        return Optional.of(new Consequence.Lapse(
                toSupervisor,
                "no answer in " + minutes(worked) + " of " + title(company, owner) + "'s working time"
                        + (count == 1 ? "" : ", the " + count + ordinal(count) + " who left it")
                        + (toSupervisor ? "; a supervisor gives it to somebody now" : "")));
    }

    private Optional<Consequence> overflow(Company company, Instant at) {
        var overflow = company.queue(queue).overflow();
        if (overflow == null || supervised || isShorter(overflow.after(), at)) {
            return Optional.empty();
        }
        var waited = waited(company, at);
        return waited.compareTo(overflow.after()) < 0
                ? Optional.empty()
                : Optional.of(new Consequence.Overflow(
                        overflow.to(), "waited for " + minutes(waited) + " in queue " + queue));
    }

    private Optional<Consequence> escalation(Company company, Instant at) {
        var steps = company.queue(queue).patience().escalation();
        if (escalated >= steps.size() || isShorter(steps.get(escalated).after(), at)) {
            return Optional.empty();
        }
        var step = steps.get(escalated);
        var waited = waited(company, at);
        return waited.compareTo(step.after()) < 0 ? Optional.empty() : Optional.of(escalation(step, waited));
    }

    private Consequence escalation(Patience.Step step, Duration waited) {
        var raised = step.priority() != null && step.priority().rank() > priority.rank() ? step.priority() : priority;
        return new Consequence.Escalation(
                raised,
                step.supervisor(),
                "waited for " + minutes(waited)
                        + (raised == priority ? "" : "; priority " + raised.label())
                        + (step.supervisor() ? "; a supervisor gives it to somebody now" : ""));
    }

    /** Less has passed by the clock on the wall, so less by any other. */
    private boolean isShorter(Duration time, Instant at) {
        return Duration.between(since, at).compareTo(time) < 0;
    }

    private Duration waited(Company company, Instant at) {
        return company.timetable().openTime(queue, company.queue(queue).hours(), since, at);
    }

    private static String title(Company company, String agent) {
        var known = company.agents().get(agent);
        return known == null ? agent : known.title();
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + " min";
    }

    private static String ordinal(int count) {
        return switch (count) {
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
