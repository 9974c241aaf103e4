package dev.rota.flow;

import dev.rota.assignment.ImaginedStaff;
import dev.rota.assignment.Outcome;
import dev.rota.customer.Languages;
import dev.rota.desk.AutomaticText;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import dev.rota.routing.Decision;
import dev.rota.routing.Imagined;
import dev.rota.routing.Imagined.Lookup;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what would become of imagined messages, by the rules and the choice that real ones get; nothing is kept. */
public final class Imagination {

    private static final String HIDDEN = "imagined";

    /** Of the form of a protocol number, and nobody's. */
    private static final String PROTOCOL = "00000000-000000";

    private static final Languages LANGUAGES = new Languages();

    private final Rules rules;

    public Imagination(Rules rules) {
        this.rules = rules;
    }

    /**
     * Decides, and chooses an agent.
     *
     * @throws IllegalArgumentException when there is no such number
     */
    public Foreseen foresee(Imagined imagined) {
        var inquiry = inquiry(imagined);
        var decision = rules.triage().decide(inquiry);
        var outcome = ImaginedStaff.choose(
                rules.company(), decision, imagined.at(), imagined.history().lastAgent(), imagined.staff());
        return new Foreseen(inquiry, decision, outcome, reply(inquiry, decision, outcome));
    }

    /** To somebody who has not been told the same of late. */
    private String reply(Inquiry inquiry, Decision decision, Outcome outcome) {
        var company = rules.company();
        var at = inquiry.at().toInstant();
        if (inquiry.olderThan(company.texts().fresh())) {
            return "";
        }
        var agent = outcome instanceof Outcome.Assigned assigned ? assigned.agent() : null;
        return AutomaticText.ofMessage(company, decision.queue(), inquiry.language(), PROTOCOL, agent, at)
                .words(company, at)
                .orElse("");
    }

    private Inquiry inquiry(Imagined imagined) {
        var company = rules.company();
        var number = company.numbers().get(imagined.number());
        if (number == null) {
            throw new IllegalArgumentException("there is no number '" + imagined.number() + "'; known are "
                    + String.join(", ", new TreeSet<>(company.numbers().keySet())));
        }
        var at = imagined.at();
        var sent = at.minus(imagined.age());
        var said = new Said("", imagined.content(), sent, true, imagined.ad(), imagined.product(), null, false);
        var event = new Event(0, new UUID(0, 0), "message", 0, number.id(), at, new byte[0]);
        var author = imagined.from() == null
                ? new Identity(Identity.Kind.BSUID, HIDDEN)
                : new Identity(Identity.Kind.WA_ID, imagined.from());
        var turn = Turn.of(rules, Heard.Message.of(event, List.of(author), Profile.NONE, said), Standing.NEW);
        var history = imagined.history();
        var enriched = guessed(lookedUp(turn, imagined.customer()), imagined.guess())
                .with(history, new Fact("history", history.lastRequestType(), "imagined", 0));
        var composed = new Inquiries(Clock.fixed(at, ZoneOffset.UTC), LANGUAGES).compose(enriched);
        return Objects.requireNonNull(composed.inquiry());
    }

    private static Turn lookedUp(Turn turn, Lookup lookup) {
        var known = lookup instanceof Lookup.Known found ? found.customer() : Customer.UNKNOWN;
        var customer = new Customer(known.name(), turn.waId(), known.tier(), known.city(), known.attributes());
        return turn.with(customer, new Fact("customer", known.tier(), source(lookup), 0));
    }

    private static Turn guessed(Turn turn, @Nullable String guess) {
        return guess == null ? turn : turn.guessed(guess, new Fact("guess", guess, "imagined", 0));
    }

    private static String source(Lookup lookup) {
        if (lookup instanceof Lookup.Known) {
            return "imagined";
        }
        return lookup instanceof Lookup.TimedOut
                ? "imagined: customers did not answer, default used"
                : "imagined: no such customer";
    }
}
