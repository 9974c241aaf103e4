package dev.rota.conversation;

import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Where a reply goes: the very id that the customer wrote from.
 *
 * @param kind a group, a WhatsApp id, or a user id
 */
record Address(Kind kind, String value) {

    /** What Meta takes, best first. */
    private static final List<Kind> TAKEN = List.of(Kind.GROUP, Kind.WA_ID, Kind.BSUID, Kind.PARENT);

    /** Where the customer's message came from; empty for what others said. */
    static Optional<Address> of(Turn turn) {
        var ids = turn.message().source().isCustomer()
                ? turn.message().identities()
                : List.<Identity>of();
        return TAKEN.stream()
                .flatMap(kind -> ids.stream().filter(id -> id.kind() == kind))
                .map(id -> new Address(id.kind(), id.value()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Address[" + kind + "]";
    }
}
