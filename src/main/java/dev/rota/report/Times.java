package dev.rota.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long it took, of so many times.
 *
 * @param p50 half took no longer; null of none
 * @param p90 nine of ten took no longer; null of none
 */
public record Times(int count, @Nullable Duration p50, @Nullable Duration p90) {

    /** Of nothing. */
    public static final Times NONE = new Times(0, null, null);

    static Times of(List<Duration> taken) {
        var sorted = taken.stream().sorted().toList();
        return new Times(sorted.size(), percentile(sorted, 0.5), percentile(sorted, 0.9));
    }

    /** Between two neighbours in proportion, as {@code percentile_cont} of SQL; to the second. */
    private static @Nullable Duration percentile(List<Duration> sorted, double part) {
        if (sorted.isEmpty()) {
            return null;
        }
        var place = part * (sorted.size() - 1);
        var below = sorted.get((int) Math.floor(place)).toMillis();
        var above = sorted.get((int) Math.ceil(place)).toMillis();
        return Duration.ofSeconds(Math.round((below + (above - below) * (place - Math.floor(place))) / 1000));
    }
}
