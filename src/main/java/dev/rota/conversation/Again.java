package dev.rota.conversation;

import dev.rota.desk.Inquiries;
import dev.rota.desk.Rules;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A conversation that was decided again. */
record Again(Decidable was, Ruling ruling) {

    /** What rules say of it at that time; nothing where what was said has been erased, or the number has gone. */
    static Optional<Again> ask(Decidable was, Rules rules, Instant at) {
        return rules.company().numberById(was.number()).flatMap(number -> was.inquiry()
                .map(recorded -> Inquiries.again(recorded, rules, number, at))
                .map(inquiry -> new Ruling(
                        was.id(), was.event(), inquiry, rules.triage().decide(inquiry)))
                .map(ruling -> new Again(was, ruling)));
    }

    /**
     * Whether that is to hold. What a person says holds for rules and overrides as well, while there is such a queue; what
     * came elsewhere for another reason is left there by rules, but not by an override; and where the files are the same,
     * nothing is new but what overrides say.
     */
    boolean holds(Rules rules) {
        var there = rules.company().queues().containsKey(was.queue());
        if (was.placed() && there) {
            return false;
        }
        if (overrides()) {
            return true;
        }
        return !rules.haveStamped(was.stamp()) && !(was.wasMoved() && there);
    }

    /** Whether an override decides it that did not, or one that did does not any more. */
    boolean overrides() {
        return !Objects.equals(was.override(), ruling.decision().overrideId());
    }

    String queue() {
        return ruling.decision().queue();
    }

    boolean moves() {
        return !was.queue().equals(queue());
    }

    /** Who moves it. */
    String by() {
        var override = ruling.decision().override();
        return override == null ? Change.ROTA : override.by();
    }

    String why() {
        var override = ruling.decision().override();
        if (override != null) {
            return "override " + override.id() + ": " + override.reason();
        }
        return was.override() == null
                ? "the rules were changed; they had said " + was.queue()
                : "override " + was.override() + " is over";
    }
}
