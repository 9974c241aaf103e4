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
    private final int threads;
    private @Nullable ExecutorService pool;

    WorkConsumer(Endpoint endpoint, Processor processor, WorkSource<Object, Object> source, int threads) {
        super(endpoint, processor);
        this.source = source;
        this.threads = threads;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (threads == 0) {
            source.start(item -> send(item, Runnable::run));
        } else {
            var workers = getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .newFixedThreadPool(this, getEndpoint().getEndpointUri(), threads);
            pool = workers;
            source.start(item -> send(item, workers));
        }
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
