package dev.rota.api;

import dev.rota.conversation.Refusal;
import java.util.OptionalLong;

/** Ids as they stand in addresses and bodies: opaque to whoever sends them. */
final class Ids {

    private Ids() {}

    /**
     * The conversation of that id.
     *
     * @throws Refusal.NotFound when no conversation can have it
     */
    static long conversation(String id) {
        if (!isNumber(id)) {
            throw noConversation(id);
        }
        return Long.parseLong(id);
    }

    /**
     * The message of that id.
     *
     * @throws Refusal.Invalid when no message can have it
     */
    static long message(String field, String id) {
        if (!isNumber(id)) {
            throw new Refusal.Invalid(
                    field, "there is no message '" + id + "'; expected the id of the last message seen");
        }
        return Long.parseLong(id);
    }

    /**
     * The parked event of that id.
     *
     * @throws Refusal.NotFound when none can have it
     */
    static long parked(String id) {
        if (!isNumber(id)) {
            throw noParked(id);
        }
        return Long.parseLong(id);
    }

    static Refusal.NotFound noParked(String id) {
        return new Refusal.NotFound("there is no parked event " + id);
    }

    /**
     * The delivery of that id.
     *
     * @throws Refusal.NotFound when none can have it
     */
    static long delivery(String id) {
        if (!isNumber(id)) {
            throw noDelivery(id);
        }
        return Long.parseLong(id);
    }

    static Refusal.NotFound noDelivery(String id) {
        return new Refusal.NotFound("there is no delivery " + id);
    }

    /** The id before which a list goes on. */
    static long cursor(String cursor) {
        if (!isNumber(cursor)) {
            throw new BadParameter("cursor", "expected 'next' of the page before");
        }
        return Long.parseLong(cursor);
    }

    static Refusal.NotFound noDecision(String id) {
        return new Refusal.NotFound(
                "there is no conversation " + id + ", or no decision of it that could be made again");
    }

    static Refusal.NotFound noConversation(String id) {
        return new Refusal.NotFound("there is no conversation " + id);
    }

    /**
     * The customer of that id.
     *
     * @throws Refusal.NotFound when no customer can have it
     */
    static long customer(String id) {
        if (!isNumber(id)) {
            throw noCustomer(id);
        }
        return Long.parseLong(id);
    }

    static Refusal.NotFound noCustomer(String id) {
        return new Refusal.NotFound("there is no customer " + id);
    }

    /** An id as a number; empty when nothing can have it. */
    static OptionalLong number(String id) {
        return isNumber(id) ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }

    private static boolean isNumber(String id) {
        return id.matches("\\d{1,18}");
    }
}
