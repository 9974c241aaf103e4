package dev.rota.flow.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives routes their {@code platform-http} addresses on a Vert.x server of its own. Unlike Camel's engines it blocks no
 * thread while a route waits for a commit, and nothing of a request becomes a Camel header.
 */
public final class VertxHttpEngine extends ServiceSupport implements PlatformHttpEngine {

    private static final int EVENT_LOOPS = Runtime.getRuntime().availableProcessors();
    private static final int WORKERS = 4;
    private static final long SECONDS = 30;

    private final DoorSettings settings;
    private final Addresses addresses = new Addresses();
    private final Answers answers;
    private final Calls calls;
    private @Nullable Vertx vertx;
    private volatile int port;

    VertxHttpEngine(DoorSettings settings, Calls calls, Answers answers) {
        this.settings = settings;
        this.calls = calls;
        this.answers = answers;
        this.port = settings.port();
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new VertxHttpConsumer(endpoint, processor, this);
    }

    /** The port in use once a route has opened it; another than the one asked for only when that was 0. */
    @Override
    public int getServerPort() {
        return port;
    }

    /** Lets a route answer its address, and opens the port for the first one. */
    void open(VertxHttpConsumer consumer) throws IOException, InterruptedException {
        addresses.add(consumer);
        listen();
    }

    /** Takes a route's address away; the port stays open, so that answers under way still leave. */
    void close(VertxHttpConsumer consumer) {
        addresses.remove(consumer);
    }

    private synchronized void listen() throws IOException, InterruptedException {
        if (vertx != null) {
            return;
        }
        var noFiles = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        var opened = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(WORKERS)
                .setFileSystemOptions(noFiles));
        try {
            await(opened.deployVerticle(this::door, new DeploymentOptions().setInstances(EVENT_LOOPS)));
            vertx = opened;
        } catch (ExecutionException | TimeoutException e) {
            opened.close();
            throw new IOException("can't listen for webhooks on " + settings + ": is the port taken?", e);
        }
    }

    private HttpDoor door() {
        return new HttpDoor(settings, addresses, calls, answers, actual -> port = actual);
    }

    @Override
    protected synchronized void doStop() throws Exception {
        var open = vertx;
        if (open != null) {
            await(open.close());
            vertx = null;
        }
    }

    private static void await(Future<?> done) throws ExecutionException, InterruptedException, TimeoutException {
        done.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }
}
