package dev.rota.downstream;

import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way out that is slow, limited or closed on its own: a downstream, or the replies of one number.
 *
 * @param downstream as deliveries name it
 * @param parallel how many requests may be under way at once
 * @param patience how long a delivery waits for the channel to open before it is parked
 * @param cap how many may go out within a span; null for any number
 * @param pace how fast one conversation may have its deliveries; null for any pace
 */
record Channel(String downstream, int parallel, Duration patience, @Nullable Cap cap, @Nullable Pace pace) {

    private static final int REPLIES_AT_ONCE = 16;
    private static final int FEW = 8;

    /** Nearly as long as Meta lets the company answer freely. */
    static final Duration REPLY_PATIENCE = Duration.ofHours(23);

    static Set<Channel> of(Company company) {
        var tickets = company.downstreams().values().stream().map(Channel::of);
        var replies = company.numbers().values().stream()
                .map(number -> new Channel(
                        Downstream.WHATSAPP + number.name(),
                        REPLIES_AT_ONCE,
                        REPLY_PATIENCE,
                        number.cap(),
                        Pace.OF_A_PAIR));
        return Stream.concat(tickets, replies).collect(Collectors.toUnmodifiableSet());
    }

    private static Channel of(Downstream downstream) {
        return new Channel(downstream.name(), downstream.parallel(), downstream.parkAfter(), downstream.cap(), null);
    }

    /** How many are taken at a time: so few that while some are taken and others written down, the rest are under way. */
    int atOnce() {
        return Math.max(FEW, parallel / 2);
    }

    /** Whether a delivery may be sent again when nobody knows whether it arrived: replies have no key at Meta. */
    boolean mayRepeat() {
        return !downstream.startsWith(Downstream.WHATSAPP);
    }
}
