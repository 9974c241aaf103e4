package dev.rota.flow.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which route answers which address and method. */
final class Addresses {

    /** What the last part of an address is called that stands for any. */
    static final String NAME = "{name}";

    private final Map<String, Map<String, VertxHttpConsumer>> routes = new ConcurrentHashMap<>();

    void add(VertxHttpConsumer consumer) {
        routes.compute(consumer.path(), (path, known) -> {
            var methods = known == null ? new TreeMap<String, VertxHttpConsumer>() : new TreeMap<>(known);
            consumer.methods().forEach(method -> methods.put(method, consumer));
            return methods;
        });
    }

    void remove(VertxHttpConsumer consumer) {
        routes.computeIfPresent(consumer.path(), (path, known) -> {
            var methods = new TreeMap<>(known);
            methods.values().removeIf(consumer::equals);
            return methods;
        });
    }

    /** The routes of a path by method; empty when they have gone, null when there never were any. */
    @Nullable
    Map<String, VertxHttpConsumer> at(@Nullable String path) {
        if (path == null) {
            return null;
        }
        var exact = routes.get(path);
        return exact != null ? exact : routes.get(path.substring(0, path.lastIndexOf('/') + 1) + NAME);
    }
}
