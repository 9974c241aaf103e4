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
            kamelet.append(separator)
                    .append(parameter.getKey())
                    .append("=RAW(")
                    .append(parameter.getValue())
                    .append(')');
            separator = '&';
        }
        from("direct:" + adapter.name())
                .routeId(AdapterRoute.id(adapter.name()))
                .to(kamelet.toString());
    }

    /** The id of the route of the adapter of that name. */
    static String id(String adapter) {
        return "to." + adapter;
    }
}
