package dev.rota.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody has written.
 *
 * @param number the name of the number that it would come for
 * @param customer the WhatsApp id of its author, or null for somebody unknown
 * @param at when it would come; null for now
 */
public record Imagined(String number, String text, @Nullable String customer, @Nullable Instant at) {

    @Override
    public String toString() {
        return "Imagined[" + number + "]";
    }
}
