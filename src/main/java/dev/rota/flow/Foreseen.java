package dev.rota.flow;

import dev.rota.assignment.Outcome;
import dev.rota.conversation.Explanation;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import dev.rota.routing.RuleTest.Came;
import dev.rota.routing.RuleTest.Expected;

/**
 * What would become of an imagined message: what the rules would see, where it would go, and whose it would be.
 *
 * @param reply what Rota would say by itself; empty when it would say nothing
 */
public record Foreseen(Inquiry inquiry, Decision decision, Outcome outcome, String reply) {

    /** The agent's name, or {@code nobody}. */
    public String agent() {
        return outcome instanceof Outcome.Assigned assigned ? assigned.agent() : Expected.NOBODY;
    }

    /** What a test may expect of it. */
    public Came came() {
        return new Came(decision.requestType(), inquiry.shift(), decision.queue(), decision.priority(), agent(), reply);
    }

    /** The same as an explanation. */
    public Explanation explanation() {
        return new Explanation(
                new Explanation.Decision(
                        inquiry.at().toInstant(),
                        decision.requestType(),
                        decision.queue(),
                        decision.priority().label(),
                        decision.skill(),
                        decision.routeSet(),
                        decision.because()),
                Explanation.Assigned.of(outcome),
                inquiry.facts());
    }
}
