package dev.rota.conversation;

import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Profile;
import dev.rota.desk.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids and names that came with an event, and whose they are.
 *
 * @param customer null for somebody new
 * @param complete whether all of them are known to be the customer's
 * @param left ids that were the customer's until now
 */
record Introduction(
        long event,
        @Nullable Long customer,
        boolean complete,
        List<Identity> identities,
        List<Identity> left,
        Profile profile,
        Instant at,
        Instant receivedAt) {

    static Introduction of(Turn turn) {
        var message = turn.message();
        return new Introduction(
                turn.event().id(),
                turn.standing().customer(),
                turn.standing().known(),
                ordered(message.identities()),
                message.left().stream()
                        .filter(id -> !message.identities().contains(id))
                        .toList(),
                message.profile(),
                MessageTimes.at(turn),
                turn.event().receivedAt());
    }

    static Introduction of(Heard.Preference preference, @Nullable Long customer) {
        var event = preference.event();
        return new Introduction(
                event.id(),
                customer,
                false,
                ordered(preference.identities()),
                List.of(),
                Profile.NONE,
                MessageTimes.at(preference.at(), event),
                event.receivedAt());
    }

    /** In one order everywhere, so that two who write the same ids don't wait for each other. */
    private static List<Identity> ordered(List<Identity> identities) {
        return identities.stream()
                .distinct()
                .sorted(Comparator.comparing(Identity::kind).thenComparing(Identity::value))
                .toList();
    }

    boolean isNew() {
        return customer == null;
    }

    boolean names() {
        return profile.name() != null || profile.username() != null;
    }

    @Override
    public String toString() {
        return "Introduction[" + event + "]";
    }
}
