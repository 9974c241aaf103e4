package dev.rota.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a decision used, with where it came from and how long that took.
 *
 * @param value the value as text; null when it is unknown
 * @param source a sentence such as {@code customers answered} or {@code customers timed out, default used}
 * @param ageMs milliseconds that the look-up took, or the fact's age where it has one
 */
public record Fact(String name, @Nullable String value, String source, long ageMs) {

    @Override
    public String toString() {
        return "Fact[" + name + ", " + source + "]";
    }
}
