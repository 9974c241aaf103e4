package dev.rota.desk;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the news of a downstream comes back.
 *
 * @param kamelet the file in {@code routes/downstream/} that makes news of it, without its ending
 * @param with the parameters of that file, secrets among them
 * @param every how often it is asked; null when it tells by itself
 */
public record WayBack(String kamelet, Map<String, String> with, @Nullable Duration every) {

    public WayBack {
        with = Map.copyOf(with);
    }

    @Override
    public String toString() {
        return "WayBack[" + kamelet + "]";
    }
}
