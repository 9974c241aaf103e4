package dev.rota.flow;

import dev.rota.assignment.Outcome;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.IdleStaff;
import dev.rota.customer.Languages;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Says what would become of a message: decided by the rules in force, and given to people who have nothing to do. */
public final class Explainer {

    private final Supplier<Rules> rules;
    private final Clock clock;
    private final Languages languages = new Languages();

    public Explainer(Supplier<Rules> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Explains a message that nobody has written; nothing is looked up and nothing is kept.
     *
     * @throws IllegalArgumentException when there is no such number
     */
    public Explanation explain(Imagined imagined) {
        var at = imagined.at() == null ? clock.instant() : imagined.at();
        var now = rules.get();
        var inquiry = inquiry(now, imagined, at);
        var decision = now.triage().decide(inquiry);
        var outcome = IdleStaff.choose(now.company(), decision, at);
        var agent = outcome instanceof Outcome.Assigned assigned ? assigned.agent() : "nobody";
        return new Explanation(
                new Explanation.Decision(
                        at,
                        decision.requestType(),
                        decision.queue(),
                        decision.priority().label(),
                        decision.skill(),
                        decision.routeSet(),
                        decision.because()),
                new Explanation.Assigned(agent, outcome.because()),
                inquiry.facts());
    }

    private Inquiry inquiry(Rules rules, Imagined imagined, Instant at) {
        var company = rules.company();
        var number = company.numbers().get(imagined.number());
        if (number == null) {
            throw new IllegalArgumentException("there is no number '" + imagined.number() + "'; known are "
                    + String.join(
                            ", ", company.numbers().keySet().stream().sorted().toList()));
        }
        var said = Said.of("", new Content.Text(imagined.text()), at);
        var event = new Event(0, new UUID(0, 0), "message", 0, number.id(), at, new byte[0]);
        var from = Objects.requireNonNullElse(imagined.customer(), "nobody");
        var message = Heard.Message.of(event, List.of(new Identity(Identity.Kind.WA_ID, from)), Profile.NONE, said);
        var composed = new Inquiries(Clock.fixed(at, ZoneOffset.UTC), languages)
                .compose(Turn.of(rules, message, Standing.NEW));
        return Objects.requireNonNull(composed.inquiry());
    }
}
