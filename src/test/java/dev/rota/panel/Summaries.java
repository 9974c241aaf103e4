package dev.rota.panel;

import dev.rota.conversation.Summary;
import dev.rota.desk.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversations in short, as those in memory have them. */
final class Summaries {

    private Summaries() {}

    /** One that has just begun to wait. */
    static Summary waiting(long id, @Nullable String name, String text, Instant at) {
        return new Summary(
                id,
                "20261124-00000" + id,
                "vendas",
                new Summary.Customer(id, name, "5511987651234"),
                "waiting",
                "support",
                "outage",
                id == 1 ? "urgent" : "normal",
                null,
                1,
                at,
                at,
                at,
                at.plus(Duration.ofHours(24)),
                at,
                null,
                null,
                "everybody in Suporte is at capacity",
                text,
                "text",
                id * 10,
                null);
    }

    /** The same, of a customer of whom more is known, and who spoke last. */
    static Summary of(Summary s, Summary.Customer customer) {
        return of(s, customer, "", "audio", s.lastMessageId());
    }

    /** The same after another message. */
    static Summary saying(Summary s, long message, String text) {
        return of(s, s.customer(), text, "text", message);
    }

    private static Summary of(Summary s, Summary.Customer customer, String text, String type, @Nullable Long last) {
        return new Summary(
                s.id(),
                s.protocol(),
                s.number(),
                customer,
                s.status(),
                s.queue(),
                s.requestType(),
                s.priority(),
                s.owner(),
                s.epoch(),
                s.openedAt(),
                s.waitingSince(),
                s.lastMessageAt(),
                s.windowClosesAt(),
                s.unansweredSince(),
                s.answerBy(),
                s.closedAt(),
                s.waitingReason(),
                text,
                type,
                last,
                s.override());
    }

    /** The same at its next epoch. */
    static Summary at(Summary s, Status status, Summary.@Nullable Owner owner, int epoch, Instant now) {
        var waiting = status == Status.WAITING;
        return new Summary(
                s.id(),
                s.protocol(),
                s.number(),
                s.customer(),
                status.label(),
                s.queue(),
                s.requestType(),
                s.priority(),
                owner,
                epoch,
                s.openedAt(),
                waiting ? now : null,
                s.lastMessageAt(),
                s.windowClosesAt(),
                s.unansweredSince(),
                s.answerBy(),
                status == Status.CLOSED ? now : null,
                waiting ? "nobody has taken it" : null,
                s.lastText(),
                s.lastType(),
                s.lastMessageId(),
                s.override());
    }

    /** The same, which an override has moved. */
    static Summary under(Summary s, Summary.Overridden override) {
        return new Summary(
                s.id(),
                s.protocol(),
                s.number(),
                s.customer(),
                s.status(),
                s.queue(),
                s.requestType(),
                s.priority(),
                s.owner(),
                s.epoch(),
                s.openedAt(),
                s.waitingSince(),
                s.lastMessageAt(),
                s.windowClosesAt(),
                s.unansweredSince(),
                s.answerBy(),
                s.closedAt(),
                s.waitingReason(),
                s.lastText(),
                s.lastType(),
                s.lastMessageId(),
                override);
    }
}
