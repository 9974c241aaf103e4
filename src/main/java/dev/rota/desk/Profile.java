package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * What people call the person who writes; never an id, since others may take the same.
 *
 * @param name the name in the WhatsApp profile
 * @param username the name that hides the phone
 * @param member who of a group wrote
 */
public record Profile(@Nullable String name, @Nullable String username, @Nullable String member) {

    /** Nothing is known. */
    public static final Profile NONE = new Profile(null, null, null);

    /** A profile with a name alone. */
    public static Profile named(@Nullable String name) {
        return new Profile(name, null, null);
    }

    @Override
    public String toString() {
        return "Profile[]";
    }
}
