package dev.rota.flow.work;

import dev.rota.desk.WorkSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Sends each item of a source through the route, and tells the source what came out; holds no thread meanwhile. */
final class WorkConsumer extends DefaultConsumer {

    private final WorkSource<Object, Object> source;
    private final Crew crew;
    private @Nullable ExecutorService pool;

    WorkConsumer(Endpoint endpoint, Processor processor, WorkSource<Object, Object> source, Crew crew) {
        super(endpoint, processor);
        this.source = source;
        this.crew = crew;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var endpoint = getEndpoint();
        var workers =
                crew.hire(endpoint.getCamelContext().getExecutorServiceManager(), this, endpoint.getEndpointUri());
        pool = workers;
        source.start(item -> send(item, workers == null ? Runnable::run : workers));
    }

    @Override
    protected void doStop() throws Exception {
        source.stop();
        if (pool != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(pool);
        }
        super.doStop();
    }

    private CompletableFuture<Object> send(Object item, Executor executor) {
        var result = new CompletableFuture<Object>();
        executor.execute(() -> {
            var exchange = createExchange(false);
            exchange.getMessage().setBody(item);
            getAsyncProcessor().process(exchange, doneSync -> {
                if (exchange.getException() != null) {
                    result.completeExceptionally(exchange.getException());
                } else {
                    result.complete(exchange.getMessage().getBody());
                }
                releaseExchange(exchange, false);
            });
        });
        return result;
    }
}
