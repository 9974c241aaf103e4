package dev.rota.panel;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as short as a row of a list wants it; {@code panel.js} goes on counting. */
final class Ages {

    private Ages() {}

    static String between(Instant since, Instant now) {
        var age = Duration.between(since, now);
        if (age.toMinutes() < 1) {
            return "<1 min";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
    }
}
