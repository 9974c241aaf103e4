package dev.rota.config;

import java.util.Locale;

/** A colour by its red, green and blue: {@code #0f766e}. */
record Colour(String digits) {

    static final String PATTERN = "#[0-9a-fA-F]{6}";

    static final Colour BLACK = new Colour("000000");

    static Colour parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException();
        }
        return new Colour(text.substring(1).toLowerCase(Locale.ROOT));
    }
}
