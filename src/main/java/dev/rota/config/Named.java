package dev.rota.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are names. It keeps names whose value could not be read, so that references to them are not
 * reported as well.
 */
final class Named<T> {

    private final Map<String, Entry<T>> entries;
    private final boolean readable;

    private Named(Map<String, Entry<T>> entries, boolean readable) {
        this.entries = entries;
        this.readable = readable;
    }

    static <T> Named<T> of(Map<String, Entry<T>> entries) {
        return new Named<>(entries, true);
    }

    /** A mapping that is missing or broken as a whole: it may hold any name. */
    static <T> Named<T> unreadable() {
        return new Named<>(Map.of(), false);
    }

    /** Whether every name is known, whatever the values are. */
    boolean isReadable() {
        return readable;
    }

    /** Whether every name and every value could be read. */
    boolean isWhole() {
        return readable && entries.values().stream().allMatch(entry -> entry.value() != null);
    }

    boolean mayKnow(String name) {
        return !readable || entries.containsKey(name);
    }

    Set<String> names() {
        return entries.keySet();
    }

    int line(String name) {
        var entry = entries.get(name);
        return entry == null ? 1 : entry.line();
    }

    void forEach(Visitor<T> visitor) {
        entries.forEach((name, entry) -> {
            if (entry.value() != null) {
                visitor.visit(name, entry.line(), entry.value());
            }
        });
    }

    /** What could be read, in the order of the file. */
    Map<String, T> values() {
        return map((name, value) -> value);
    }

    /** What could be read, each turned into something else. */
    <R> Map<String, R> map(BiFunction<String, T, R> turn) {
        var values = new LinkedHashMap<String, R>();
        forEach((name, line, value) -> values.put(name, turn.apply(name, value)));
        return values;
    }

    /** A name's line and value; the value is null when it could not be read. */
    record Entry<T>(int line, @Nullable T value) {}

    /** Looks at one name after the other. */
    interface Visitor<T> {
        void visit(String name, int line, T value);
    }
}
