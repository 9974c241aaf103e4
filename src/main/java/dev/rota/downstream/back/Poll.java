package dev.rota.downstream.back;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One look at a downstream that tells nothing by itself.
 *
 * @param cursor how far it has been asked, in its own words; null when it has not
 */
public record Poll(String downstream, @Nullable String cursor, Instant at) {

    /** What the adapter is asked: {@code cursor} and the time {@code now} in whole seconds, as JSON. */
    public String question() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cursor", cursor)
                .put("now", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .toString();
    }

    @Override
    public String toString() {
        return "Poll[" + downstream + "]";
    }
}
