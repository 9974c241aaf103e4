package dev.rota.desk;

import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer message on its way through the routes, each step adding what it knows.
 *
 * @param rules what it is decided by, from its first step to its commit
 * @param facts where the customer and the history came from
 * @param guess the request type that a model took the message for; null without one
 * @param inquiry what triage saw; null until it is composed, and for a message that needs no decision
 */
public record Turn(
        Rules rules,
        Heard.Message message,
        Standing standing,
        Customer customer,
        History history,
        List<Fact> facts,
        @Nullable String guess,
        @Nullable Inquiry inquiry,
        @Nullable Decision decision)
        implements Effects {

    /** A turn of which nothing is known yet but where the customer stands. */
    public static Turn of(Rules rules, Heard.Message message, Standing standing) {
        return new Turn(rules, message, standing, Customer.UNKNOWN, History.NONE, List.of(), null, null, null);
    }

    @Override
    public Event event() {
        return message.event();
    }

    /**
     * Whether rules run for this message. One that asks for no answer neither reopens nor moves a conversation; it opens
     * one where there is none, if somebody should look at it.
     */
    public boolean needsDecision() {
        return message.asksForAnswer()
                ? standing.needsDecision()
                : message.opensConversation() && standing.conversation() == null;
    }

    /** The customer's id; null for somebody new. */
    public @Nullable Long customerId() {
        return standing.customer();
    }

    /** The customer's WhatsApp id; null for somebody whose phone is hidden. */
    public @Nullable String waId() {
        return ids(Identity.Kind.WA_ID).findFirst().orElse(null);
    }

    /**
     * Every phone to look the customer up by, in all its forms: the WhatsApp id, and the number that the customer told.
     * Holds an empty one for somebody whose phone is hidden, since SQL knows no empty list.
     */
    public List<String> phones() {
        var known = Stream.concat(ids(Identity.Kind.WA_ID), ids(Identity.Kind.PHONE))
                .map(phone -> phone.replaceAll("\\D", ""))
                .flatMap(phone -> Stream.concat(Stream.of(phone), PhoneForms.of(phone).stream()))
                .distinct()
                .toList();
        return known.isEmpty() ? List.of("") : known;
    }

    /** Every id to look the customer up by: the phones in all their forms, and the other ids of the message. */
    public List<String> ids() {
        return Stream.concat(
                        phones().stream(),
                        message.identities().stream()
                                .filter(identity -> identity.kind().recognises())
                                .map(Identity::value))
                .distinct()
                .toList();
    }

    private Stream<String> ids(Identity.Kind kind) {
        return message.identities().stream()
                .filter(identity -> identity.kind() == kind)
                .map(Identity::value);
    }

    /** The same turn, with what is known of the customer. */
    public Turn with(Customer known, Fact fact) {
        return new Turn(rules, message, standing, known, history, append(fact), guess, inquiry, decision);
    }

    /** The same turn, with what went on before. */
    public Turn with(History known, Fact fact) {
        return new Turn(rules, message, standing, customer, known, append(fact), guess, inquiry, decision);
    }

    /** The same turn, with what a model took it for; null when it did not say. */
    public Turn guessed(@Nullable String type, Fact fact) {
        return new Turn(rules, message, standing, customer, history, append(fact), type, inquiry, decision);
    }

    /** The same turn, with what triage will see. */
    public Turn with(Inquiry composed) {
        return new Turn(rules, message, standing, customer, history, facts, guess, composed, decision);
    }

    /** The same turn, decided. */
    public Turn with(Decision decided) {
        return new Turn(rules, message, standing, customer, history, facts, guess, inquiry, decided);
    }

    private List<Fact> append(Fact fact) {
        return Stream.concat(facts.stream(), Stream.of(fact)).toList();
    }

    /** Camel asks each body for it at each step that looks into it, so it must not go deep. */
    @Override
    public int hashCode() {
        return event().hashCode();
    }

    @Override
    public String toString() {
        return "Turn[" + message.event() + "]";
    }
}
