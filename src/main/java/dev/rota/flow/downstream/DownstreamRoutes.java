package dev.rota.flow.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/** Gives each downstream of the company its own route, from the outbox to its Kamelet with its parameters. */
public final class DownstreamRoutes extends RouteBuilder {

    private final Supplier<Company> company;

    public DownstreamRoutes(Supplier<Company> company) {
        this.company = company;
    }

    @Override
    public void configure() {
        company.get().downstreams().values().forEach(this::route);
    }

    private void route(Downstream downstream) {
        var id = "downstream." + downstream.name();
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
        from("direct:" + id)
                .routeId(id)
                .routeDescription("Brings commands to " + downstream.name() + " through " + downstream.kamelet() + ".")
                .to(kamelet.toString());
    }
}
