package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rota.desk.Viewer;
import dev.rota.routing.Because;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Rota would have done with the conversations of numbers in shadow mode, beside what the present system did. */
public interface Comparison {

    /**
     * One page of what the viewer may see, newest first.
     *
     * @param number the name of a number; null for any
     * @param cursor {@link Page#next} of the page before; null for the first page
     * @throws Refusal.Forbidden when the viewer's role does not compare
     * @throws UnknownCursor when the cursor comes from no page of such a list
     */
    Page<Compared> list(Instant since, @Nullable String number, @Nullable String cursor, int limit, Viewer viewer);

    /**
     * One conversation.
     *
     * @param at when it began
     * @param number the name of the company's number
     * @param customer the name, or the end of the phone
     * @param agent who would have been given it; null when it would have waited
     * @param reason why that agent, or why it would have waited
     * @param because the first rule that held; null when none was tried
     * @param firstAnswer null when nobody is known to have answered
     */
    record Compared(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String protocol,
            Instant at,
            String number,
            String customer,
            String requestType,
            String queue,
            String priority,
            @Nullable String agent,
            String reason,
            @Nullable Because because,
            @Nullable Answer firstAnswer) {

        @Override
        public String toString() {
            return "Compared[" + protocol + "]";
        }
    }

    /**
     * What the present system answered first, as its echo tells.
     *
     * @param seconds after the customer's message
     * @param by {@code phone app} or {@code another app}; null when unknown
     */
    record Answer(Instant at, long seconds, @Nullable String by) {}
}
