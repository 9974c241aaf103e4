package dev.rota.downstream;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a downstream answered to a command that it carries out once for each key. */
public final class Outcomes {

    /** Why something is not sent to a private address, and what allows it. */
    public static final String PRIVATE_ADDRESS =
            "its address is on this machine or in a private network; if that is meant, set allowPrivateAddress: true in"
                    + " config/downstreams.yaml";

    private static final Set<Integer> PASSING = Set.of(408, 409, 423, 425, 429);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /** A day's quota begins anew within it; whoever asks for more is asked once a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Clock clock;

    /** @param clock what dates in answers count from */
    public Outcomes(Clock clock) {
        this.clock = clock;
    }

    /** Nobody answered the call, so nothing was done there. */
    public DeliveryOutcome unreachable() {
        return new Retry("the downstream can't be reached", null);
    }

    /** The call was not made: it would have gone to a place where the downstream may not be. */
    public DeliveryOutcome refusedAddress() {
        return new Refused("the downstream was not asked: " + PRIVATE_ADDRESS);
    }

    /** The call went out and its answer never came. */
    public DeliveryOutcome unanswered() {
        return new Ambiguous("the downstream did not answer in time; it may have carried the command out");
    }

    /**
     * Reads what the system that answered before Rota says to a webhook that is passed on. Whatever it says but yes is
     * its own trouble, and may be over later: Meta, too, would come again.
     *
     * @param retryAfter the header of that name: seconds or a date, RFC 9110 §10.2.3
     */
    public DeliveryOutcome passedOn(int status, @Nullable String retryAfter) {
        return status / 100 == 2
                ? new Delivered(null, null, "created")
                : busy("the present system answered " + status, retryAfter);
    }

    /**
     * What a status other than 2xx means where nobody knows better; the reasons follow the name of who answered.
     *
     * @param what was asked, in quotes
     * @param ofTicket whether it was about a ticket that had been there
     */
    public DeliveryOutcome ofStatus(int status, @Nullable String retryAfter, String what, boolean ofTicket) {
        var answered = "answered " + status + " to " + what;
        if (status == UNAUTHORIZED) {
            return locked(answered);
        }
        if (status / 100 == 5 || PASSING.contains(status)) {
            return busy(answered, retryAfter);
        }
        if (status / 100 == 3) {
            return new Refused(answered
                    + ": a redirect, which is not followed; put the address itself into config/downstreams.yaml");
        }
        if (status == NOT_FOUND) {
            return new Refused(answered
                    + (ofTicket ? ": the ticket is not there any more" : ": check its url in config/downstreams.yaml"));
        }
        return new Refused(answered
                + ": check what its parameters in config/downstreams.yaml and 'ids' in config/teams.yaml name there");
    }

    /** Credentials that are not accepted: nobody's delivery could be brought. */
    public DeliveryOutcome locked(String reason) {
        return new Closed(
                reason + ": our credentials are not accepted; check its secrets in config/downstreams.yaml", null);
    }

    /** Whoever says when to come again means everybody who would come. */
    public DeliveryOutcome busy(String reason, @Nullable String retryAfter) {
        var pause = pause(retryAfter);
        return pause == null ? new Retry(reason, null) : new Closed(reason, pause);
    }

    private @Nullable Duration pause(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            var pause = retryAfter.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
