package dev.rota.assignment;

import dev.rota.desk.Company;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Silence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether whoever is responsible still is when the customer writes: nothing goes back to somebody who has gone home, and
 * a silent conversation that wakes up takes a place like any other.
 */
public final class Tenure {

    private Tenure() {}

    /**
     * Why it is over, in a sentence; null when the owner goes on.
     *
     * @param owner the agent who is responsible
     * @param now what the owner does, this conversation included
     * @param weight what this conversation weighs until now, in hundredths
     */
    public static @Nullable String over(
            Company company, String queue, String owner, AgentNow now, int weight, Instant at) {
        var agent = company.agents().get(owner);
        if (agent == null) {
            return owner + " is no longer in teams.yaml";
        }
        var of = company.queue(queue);
        if (!Availability.isThere(company.timetable(), owner, now.presence(), at)) {
            var availability = Availability.of(company.timetable(), owner, now.presence(), at);
            if (!isGrace(of.atShiftEnd(), availability.since(), at)) {
                return agent.title() + " is not at work: " + availability.reason();
            }
        }
        var waking = Silence.WHOLE - weight;
        if (waking > 0 && now.weight() + waking > agent.capacity() * Silence.WHOLE) {
            return agent.title() + " " + new Candidate(agent, null, now.load(queue)).fullness(of.handout())
                    + ", and this one had been silent";
        }
        return null;
    }

    private static boolean isGrace(ShiftEnd end, @Nullable Instant since, Instant at) {
        return end instanceof ShiftEnd.KeepFor grace && since != null && at.isBefore(since.plus(grace.time()));
    }
}
