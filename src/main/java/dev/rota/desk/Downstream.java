package dev.rota.desk;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A helpdesk or CRM that receives tickets.
 *
 * @param kamelet the file in {@code routes/downstream/} that speaks to it, without its ending
 * @param with the parameters of that file, secrets among them
 * @param parallel how many requests may be under way at once
 * @param cap how many requests may go out within a span; null for any number
 * @param parkAfter how long a delivery is tried
 * @param unassigned whether a conversation gets its ticket while it still waits
 * @param send what it is told
 * @param allowPrivateAddress whether it may be on this machine or in a private network
 * @param back what it tells; null for nothing
 */
public record Downstream(
        String name,
        String kamelet,
        Map<String, String> with,
        int parallel,
        @Nullable Cap cap,
        Duration parkAfter,
        boolean unassigned,
        Set<Sent> send,
        boolean allowPrivateAddress,
        @Nullable Back back) {

    /** What the names begin with under which replies to customers leave; the rest is a number's name. */
    public static final String WHATSAPP = "whatsapp.";

    /** What the names begin with under which copies of webhooks leave; the rest is a number's name. */
    public static final String FORWARD = "forward.";

    /** What the names begin with of those who are not told of conversations but asked before a decision. */
    public static final String LOOKUP = "lookup.";

    /** The CRM that is asked who a customer is. */
    public static final String CRM = LOOKUP + "crm";

    /** The model that is asked what a customer wants. */
    public static final String MODEL = LOOKUP + "model";

    /** What the names begin with of the adapters that make news of what downstreams send. */
    public static final String BACK = "back.";

    /** What the names begin with of the adapters that ask downstreams for news. */
    public static final String POLL = "poll.";

    public Downstream {
        with = Map.copyOf(with);
        send = Set.copyOf(send);
    }

    /** One on the internet that is told everything, and from which nothing comes back. */
    public Downstream(
            String name,
            String kamelet,
            Map<String, String> with,
            int parallel,
            @Nullable Cap cap,
            Duration parkAfter,
            boolean unassigned) {
        this(name, kamelet, with, parallel, cap, parkAfter, unassigned, EnumSet.allOf(Sent.class), false, null);
    }

    /** The names of the adapters that speak with it. */
    public Set<String> adapters() {
        var names = new TreeSet<>(Set.of(name));
        if (back != null && back.calls() != null) {
            names.add(BACK + name);
        }
        if (back != null && back.polls() != null) {
            names.add(POLL + name);
        }
        return names;
    }

    @Override
    public String toString() {
        return "Downstream[" + name + ", " + kamelet + "]";
    }
}
