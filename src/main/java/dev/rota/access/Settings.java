package dev.rota.access;

import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen for the panel.
 *
 * @param language the tag of its language; null for the one that the browser asks for
 * @param singleKeys whether single keys do something while nothing is typed
 * @param enterSends whether Enter alone sends what is written
 */
public record Settings(@Nullable String language, boolean singleKeys, boolean enterSends) {

    /** Those of somebody who has chosen nothing. */
    public static final Settings USUAL = new Settings(null, true, false);
}
