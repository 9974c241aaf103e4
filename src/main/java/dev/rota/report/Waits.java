package dev.rota.report;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Each time that a customer waited for something, with who ended it. */
public interface Waits {

    /** Those that ended in the time that is asked about, in the order in which they ended. */
    List<Wait> ended(Asked asked, Viewer viewer);

    /** What was waited for. */
    enum Kind {
        /** Somebody's first answer in a stretch: from the customer's first message. Automatic texts answer nothing. */
        FIRST,
        /** Each later answer: from the first message that was not answered yet. */
        NEXT,
        /** The end of a stretch: from its opening or reopening to its closing. */
        RESOLUTION;

        /** The name in addresses and in the message bundle. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param by who answered, or closed; {@code rota} for what closed by itself
     * @param queue the queue in which the conversation was when it ended
     */
    record Wait(
            Kind kind,
            long conversation,
            String protocol,
            String number,
            String queue,
            String by,
            Instant from,
            Instant to) {}
}
