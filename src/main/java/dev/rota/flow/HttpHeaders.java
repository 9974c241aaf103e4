package dev.rota.flow;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Lets named headers pass between a route and the wire, and nothing else. */
public class HttpHeaders implements HeaderFilterStrategy {

    private final Set<String> out;
    private final Set<String> in;

    /**
     * A filter for one kind of call.
     *
     * @param out what goes out; whatever its capitals
     * @param in what comes in
     */
    public HttpHeaders(Set<String> out, Set<String> in) {
        this.out = anyCase(out);
        this.in = anyCase(in);
    }

    /**
     * A filter that lets out whatever the route has set, for messages that never hold a header of somebody else.
     *
     * @param in what comes in
     */
    public static HeaderFilterStrategy asSet(Set<String> in) {
        return new HttpHeaders(Set.of(), in) {
            @Override
            public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
                return name.startsWith("Camel") || String.valueOf(value).isEmpty();
            }
        };
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !out.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !in.contains(name);
    }

    private static Set<String> anyCase(Set<String> names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return set;
    }
}
