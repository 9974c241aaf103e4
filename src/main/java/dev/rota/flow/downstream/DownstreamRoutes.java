package dev.rota.flow.downstream;

import dev.rota.desk.Downstream;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Gives each downstream a route in the engine, from the outbox to the adapter that is in force, and back. A route stays when its
 * downstream leaves the files, so that what was taken out of the outbox before finds an end.
 */
public final class DownstreamRoutes extends RouteBuilder {

    private final Set<String> names;
    private final Supplier<Adapters> adapters;

    /**
     * Prepares routes.
     *
     * @param names of adapters
     * @param adapters those in force, asked for each command
     */
    public DownstreamRoutes(Set<String> names, Supplier<Adapters> adapters) {
        this.names = Set.copyOf(names);
        this.adapters = adapters;
    }

    /** Adds those routes that an engine at work has not got yet. */
    public void addTo(CamelContext engine) {
        try {
            engine.addRoutes(this);
        } catch (Exception e) {
            throw new IllegalStateException("Camel refused the routes to new downstreams", e);
        }
    }

    @Override
    public void configure() {
        names.stream()
                .filter(name -> getContext().getRoute(route(name)) == null)
                .sorted()
                .forEach(this::begin);
    }

    private void begin(String adapter) {
        from("direct:" + route(adapter))
                .routeId(route(adapter))
                .routeDescription("Leads to the adapter " + adapter + ".")
                .process(new ToAdapter(adapter));
    }

    /** Adapters of the way back are called as they are, so that no command can go there. */
    private static String route(String adapter) {
        return adapter.startsWith(Downstream.BACK) || adapter.startsWith(Downstream.POLL)
                ? adapter
                : "downstream." + adapter;
    }

    private final class ToAdapter extends AsyncProcessorSupport {

        private final String downstream;

        ToAdapter(String downstream) {
            this.downstream = downstream;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            var now = adapters.get();
            if (!now.enter()) {
                now = adapters.get(); // those before have just been replaced
                if (!now.enter()) {
                    exchange.setException(new IllegalStateException("the adapters have been closed"));
                    callback.done(true);
                    return true;
                }
            }
            return now.process(downstream, exchange, callback);
        }
    }
}
