package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which ids a customer has after news of the account, and which until then: a new number brings a new user id too.
 *
 * @param now the ids from now on, strongest first
 * @param left the ids that are no longer the customer's
 */
record Moves(List<Identity> now, List<Identity> left) {

    /** Reads a message of type {@code system}. */
    static Moves of(JsonNode message) {
        var system = message.path("system");
        var from = Node.id(message, "from");
        var newNumber = otherwise(Node.id(system, "wa_id"), Node.id(system, "new_wa_id"));
        var waId = new Move(newNumber, from, Node.id(system, "customer"));
        var userId = new Move(
                Node.id(system, "user_id"), Node.id(message, "from_user_id"), Node.id(system, "previous_user_id"));
        var parent = new Move(
                Node.id(system, "parent_user_id"),
                Node.id(message, "from_parent_user_id"),
                Node.id(system, "previous_parent_user_id"));
        var now = new ArrayList<Identity>(3);
        var left = new ArrayList<Identity>(2);
        userId.into(Kind.BSUID, now, left);
        parent.into(Kind.PARENT, now, left);
        waId.into(Kind.WA_ID, now, left);
        return new Moves(now, left);
    }

    private static @Nullable String otherwise(@Nullable String id, @Nullable String other) {
        return id == null ? other : id;
    }

    /**
     * One id that may have changed.
     *
     * @param told the new one
     * @param sender the one that the message came from, old or new
     * @param before the one that is told to be the old one
     */
    private record Move(@Nullable String told, @Nullable String sender, @Nullable String before) {

        void into(Kind kind, List<Identity> now, List<Identity> left) {
            var current = told == null && !Objects.equals(sender, before) ? sender : told;
            if (current != null) {
                now.add(new Identity(kind, current));
            }
            Stream.of(sender, before)
                    .filter(Objects::nonNull)
                    .filter(id -> !id.equals(current))
                    .distinct()
                    .forEach(id -> left.add(new Identity(kind, id)));
        }
    }

    @Override
    public String toString() {
        return "Moves[]";
    }
}
