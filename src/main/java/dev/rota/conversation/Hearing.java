package dev.rota.conversation;

import dev.rota.desk.Turn;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of one group change of one conversation, in whatever order they came.
 *
 * @param answered whether the company said the last of it, outside Rota
 * @param askedAt when the customer last said something; null when nobody did
 * @param stamp of the rules that decided, if any did
 * @param addressedAt when the message came that the address is of
 */
record Hearing(
        long conversation,
        Instant at,
        boolean answered,
        @Nullable Instant askedAt,
        @Nullable Decision decision,
        String stamp,
        @Nullable Address address,
        @Nullable Instant addressedAt) {

    /** One for each conversation, by its id. */
    static List<Hearing> of(List<Turn> turns) {
        Collection<Hearing> hearings = turns.stream()
                .map(Hearing::of)
                .collect(Collectors.toMap(Hearing::conversation, each -> each, Hearing::and, TreeMap::new))
                .values();
        return List.copyOf(hearings);
    }

    private static Hearing of(Turn turn) {
        var address = Address.of(turn).orElse(null);
        var at = MessageTimes.at(turn);
        return new Hearing(
                Objects.requireNonNull(turn.standing().conversation()),
                at,
                !turn.message().source().isCustomer(),
                MessageTimes.askedAt(turn),
                turn.decision(),
                turn.rules().stamp(),
                address,
                address == null ? null : at);
    }

    private Hearing and(Hearing next) {
        var nextAddress = Objects.equals(later(addressedAt, next.addressedAt), next.addressedAt);
        return new Hearing(
                conversation,
                at.isAfter(next.at) ? at : next.at,
                at.isAfter(next.at) ? answered : next.answered,
                later(askedAt, next.askedAt),
                next.decision == null ? decision : next.decision,
                next.stamp,
                nextAddress ? next.address : address,
                nextAddress ? next.addressedAt : addressedAt);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    @Nullable
    String requestType() {
        return decision == null ? null : decision.requestType();
    }

    @Nullable
    Integer priority() {
        return decision == null ? null : decision.priority().rank();
    }

    @Nullable
    String skill() {
        return decision == null ? null : decision.skill();
    }

    @Nullable
    String rules() {
        return decision == null ? null : stamp;
    }

    @Nullable
    String replyKind() {
        return address == null ? null : address.kind().name();
    }

    @Nullable
    String replyTo() {
        return address == null ? null : address.value();
    }
}
