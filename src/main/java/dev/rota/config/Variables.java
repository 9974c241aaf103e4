package dev.rota.config;

import org.jspecify.annotations.Nullable;

/** The variables that placeholders name; {@code System::getenv} is one. */
@FunctionalInterface
public interface Variables {

    /** The value of a variable, or null. */
    @Nullable
    String get(String name);
}
