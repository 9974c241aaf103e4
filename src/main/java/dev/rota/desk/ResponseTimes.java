package dev.rota.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How soon customers are to be answered, in business time; null where nothing is said.
 *
 * @param first from the beginning of a conversation to its first reply
 * @param next from a customer's message to the reply to it, later on
 */
public record ResponseTimes(@Nullable Duration first, @Nullable Duration next) {

    public static final ResponseTimes NONE = new ResponseTimes(null, null);
}
