package dev.rota.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value and the line it stands on. */
record Located<T>(T value, int line) {

    /** The value, or null where nothing stands. */
    static <T> @Nullable T valueOf(@Nullable Located<T> located) {
        return located == null ? null : located.value;
    }

    static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }
}
