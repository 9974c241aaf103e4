package dev.rota.flow.downstream;

import java.util.TreeMap;
import org.apache.camel.builder.RouteBuilder;

/** The route of one adapter to its Kamelet with its parameters. */
final class AdapterRoute extends RouteBuilder {

    private final Adapter adapter;

    AdapterRoute(Adapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void configure() {
        var kamelet = new StringBuilder("kamelet:" + adapter.kamelet() + "/" + adapter.name());
        var separator = '?';
        for (var parameter : new TreeMap<>(adapter.with()).entrySet()) {
            kamelet.append(separator).append(parameter.getKey()).append('=').append(raw(parameter.getValue()));
            separator = '&';
        }
        from("direct:" + adapter.name())
                .routeId(AdapterRoute.id(adapter.name()))
                .to(kamelet.toString());
    }

    /** A value as it is; a bracket within it must not look like its end. */
    private static String raw(String value) {
        return value.contains(")&") ? "RAW{" + value + "}" : "RAW(" + value + ")";
    }

    /** The id of the route of the adapter of that name. */
    static String id(String adapter) {
        return "to." + adapter;
    }
}
