package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * How people tell a number's conversations from those of others at a glance.
 *
 * @param word what stands beside the number's name, or null
 * @param colour its red, green and blue in six hexadecimal digits, or null
 */
public record Badge(@Nullable String word, @Nullable String colour) {

    /** Nothing but the number's name. */
    public static final Badge NONE = new Badge(null, null);
}
