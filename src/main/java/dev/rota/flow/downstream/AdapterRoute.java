package dev.rota.flow.downstream;

import dev.rota.desk.Downstream;
import java.util.TreeMap;
import org.apache.camel.builder.RouteBuilder;

/** The route of one downstream to its Kamelet with its parameters, called like the downstream. */
final class AdapterRoute extends RouteBuilder {

    private final Downstream downstream;

    AdapterRoute(Downstream downstream) {
        this.downstream = downstream;
    }

    @Override
    public void configure() {
        var kamelet = new StringBuilder("kamelet:" + downstream.kamelet() + "/" + downstream.name());
        var separator = '?';
        for (var parameter : new TreeMap<>(downstream.with()).entrySet()) {
            kamelet.append(separator)
                    .append(parameter.getKey())
                    .append("=RAW(")
                    .append(parameter.getValue())
                    .append(')');
            separator = '&';
        }
        from("direct:" + downstream.name())
                .routeId(AdapterRoute.id(downstream.name()))
                .to(kamelet.toString());
    }

    /** The id of the route of the downstream of that name. */
    static String id(String downstream) {
        return "to." + downstream;
    }
}
