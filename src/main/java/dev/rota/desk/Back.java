package dev.rota.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes back from a downstream.
 *
 * @param calls how its calls become news; null when none are taken
 * @param polls how it is asked for news; null when it is not
 * @param kinds the labels of the news that counts
 */
public record Back(@Nullable WayBack calls, @Nullable WayBack polls, Set<String> kinds) {

    public Back {
        kinds = Set.copyOf(kinds);
    }

    /** Whether news of that kind counts. */
    public boolean hears(TicketNews.What what) {
        return kinds.contains(what.label());
    }
}
