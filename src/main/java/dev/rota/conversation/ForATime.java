package dev.rota.conversation;

import dev.rota.conversation.Refusal.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say over the files for a time: it ends by itself, and has a reason.
 *
 * @param name with its article, as sentences name it
 * @param instead where what is to last longer belongs
 */
record ForATime(String name, String instead) {

    /** What lasts longer is no exception. */
    private static final Duration FURTHEST = Duration.ofDays(7);

    private static final int LONGEST_REASON = 500;

    /** What is wrong with an end and a reason. */
    List<Fault> faults(@Nullable Instant until, String reason, Instant now) {
        var faults = new ArrayList<Fault>();
        if (until == null) {
            faults.add(new Fault("until", "the end is missing; " + name + " ends by itself"));
        } else if (!until.isAfter(now)) {
            faults.add(new Fault("until", until + " is over; expected a time that is still to come"));
        } else if (until.isAfter(now.plus(FURTHEST))) {
            faults.add(new Fault(
                    "until",
                    until + " is more than " + FURTHEST.toDays() + " days away; what is to last longer belongs into "
                            + instead));
        }
        if (reason.isBlank()) {
            faults.add(new Fault("reason", "the reason is missing; expected why, in a sentence"));
        } else if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("reason", "a reason is one line of at most " + LONGEST_REASON + " characters"));
        }
        return faults;
    }
}
