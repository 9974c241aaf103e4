package dev.rota.flow.http;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;

/** The start of a route that answers one address. */
final class VertxHttpConsumer extends DefaultConsumer implements PlatformHttpConsumer, Suspendable {

    private final VertxHttpEngine engine;

    VertxHttpConsumer(PlatformHttpEndpoint endpoint, Processor processor, VertxHttpEngine engine) {
        super(endpoint, processor);
        this.engine = engine;
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    String path() {
        return getEndpoint().getPath();
    }

    /** The methods that it answers. */
    Set<String> methods() {
        var restrict = getEndpoint().getHttpMethodRestrict();
        return restrict == null
                ? Set.of("GET", "POST")
                : Set.of(restrict.toUpperCase(Locale.ROOT).split(","));
    }

    /** Runs the route; {@code done} is called by whichever thread completes it. */
    void run(Object body, Consumer<Exchange> done) {
        var exchange = createExchange(false);
        exchange.getMessage().setBody(body);
        getAsyncProcessor().process(exchange, doneSync -> {
            done.accept(exchange);
            releaseExchange(exchange, false);
        });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        engine.open(this);
    }

    @Override
    protected void doStop() throws Exception {
        engine.close(this);
        super.doStop();
    }
}
