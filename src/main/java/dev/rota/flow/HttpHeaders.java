package dev.rota.flow;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Lets named headers pass between a route and the wire, and nothing else. */
public final class HttpHeaders implements HeaderFilterStrategy {

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
