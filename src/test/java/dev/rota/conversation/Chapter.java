package dev.rota.conversation;

import dev.rota.desk.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation that a test wants to find in the ledger, called by its customer's name. */
record Chapter(
        String customer,
        String phone,
        String number,
        Status status,
        String queue,
        int priority,
        @Nullable String owner,
        Instant at) {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    static Chapter waiting(String customer, String queue) {
        return new Chapter(customer, "", "101", Status.WAITING, queue, 1, null, NOON);
    }

    static Chapter inProgress(String customer, String queue, String owner) {
        return new Chapter(customer, "", "101", Status.IN_PROGRESS, queue, 1, owner, NOON);
    }

    static Chapter closed(String customer, String queue) {
        return new Chapter(customer, "", "101", Status.CLOSED, queue, 1, null, NOON);
    }

    /** When it began to wait, had its last message or was closed: whatever its order in lists depends on. */
    Chapter minutes(int afterNoon) {
        var moment = NOON.plusSeconds(60L * afterNoon);
        return new Chapter(customer, phone, number, status, queue, priority, owner, moment);
    }

    Chapter priority(int urgency) {
        return new Chapter(customer, phone, number, status, queue, urgency, owner, at);
    }

    Chapter phone(String waId) {
        return new Chapter(customer, waId, number, status, queue, priority, owner, at);
    }

    Chapter number(String id) {
        return new Chapter(customer, phone, id, status, queue, priority, owner, at);
    }
}
