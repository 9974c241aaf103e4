package dev.rota.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had tried again at one time.
 *
 * @param by the name of whoever had it
 * @param kind {@code event}, {@code delivery} or {@code callback}
 * @param downstream to which, or by which; null for events
 * @param count how many
 */
public record TriedTogether(String by, Instant at, String kind, @Nullable String downstream, int count) {}
