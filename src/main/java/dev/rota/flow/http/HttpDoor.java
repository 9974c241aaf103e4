package dev.rota.flow.http;

import dev.rota.desk.Answer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.IntConsumer;

/** The HTTP server of one event loop; all of them listen on the same port. */
final class HttpDoor extends AbstractVerticle {

    private static final long SWEEPS_PER_PATIENCE = 30;
    private static final long LINGER_MILLIS = 2000;
    private static final int CHUNK = 64 << 10;
    private static final Buffer NO = Buffer.buffer("no\n");

    private final DoorSettings settings;
    private final Addresses addresses;
    private final Calls calls;
    private final Answers answers;
    private final IntConsumer opened;
    private final Patience patience;
    private final Room room;

    HttpDoor(DoorSettings settings, Addresses addresses, Calls calls, Answers answers, IntConsumer opened) {
        this.settings = settings;
        this.addresses = addresses;
        this.calls = calls;
        this.answers = answers;
        this.opened = opened;
        this.patience = new Patience(settings.patience());
        this.room = new Room(settings.room());
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.setPeriodic(settings.patience().toMillis() / SWEEPS_PER_PATIENCE, id -> patience.sweep());
        vertx.createHttpServer(options())
                .connectionHandler(patience::met)
                .requestHandler(this::handle)
                .listen(settings.listenOn(), settings.host())
                .<Void>map(server -> {
                    opened.accept(server.actualPort());
                    return null;
                })
                .onComplete(started);
    }

    /** What Meta needs and no more: no HTTP/2 upgrade, no WebSocket, no compression either way. */
    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setDecompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setCompressionSupported(false)
                .setMaxChunkSize(CHUNK);
    }

    private void handle(HttpServerRequest request) {
        var routes = addresses.at(request.path());
        if (routes == null) {
            answer(request, Answer.of(404));
            return;
        }
        var method = request.method().name();
        var route = routes.get(method);
        if (route != null && route.isStarted()) {
            receive(request, route);
        } else if (route == null && !routes.isEmpty()) {
            request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", routes.keySet()));
            answer(request, Answer.of(405));
        } else {
            answer(request, Answer.of(503)); // on its way down: Meta comes again
        }
    }

    private void receive(HttpServerRequest request, VertxHttpConsumer route) {
        var body = new Body(request, settings.maxBody(), room);
        body.read(
                bytes -> {
                    patience.heard(request.connection());
                    run(route, calls.of(request, route.path(), bytes), bytes.length, request, body);
                },
                status -> refuse(request, status));
    }

    private void run(VertxHttpConsumer route, Object call, int length, HttpServerRequest request, Body body) {
        Runnable run = () -> route.run(call, exchange -> {
            var answer = answers.of(exchange);
            onEventLoop(() -> {
                body.release();
                answer(request, answer);
            });
        });
        if (length <= settings.largeBody()) {
            run.run();
        } else {
            vertx.executeBlocking(
                    () -> {
                        run.run();
                        return null;
                    },
                    false);
        }
    }

    /** A route ends on whichever thread completed its last step. */
    @SuppressWarnings("ReferenceEquality") // a context is itself and no other
    private void onEventLoop(Runnable task) {
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    private void answer(HttpServerRequest request, Answer answer) {
        answers.count(answer.status());
        var response = request.response();
        if (response.ended() || response.closed()) {
            return; // the caller has gone, and will come again
        }
        response.setStatusCode(answer.status());
        var type = answer.contentType();
        if (type == null) {
            response.end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader("x-content-type-options", "nosniff");
        response.end(Buffer.buffer(answer.body()));
    }

    /**
     * Answers before the request is over, and ends the connection. A caller that is still sending would lose the answer
     * if the connection were closed at once, so what still comes is dropped for a moment.
     */
    private void refuse(HttpServerRequest request, int status) {
        answers.count(status);
        request.handler(null);
        request.endHandler(end -> request.connection().close());
        vertx.setTimer(LINGER_MILLIS, id -> request.connection().close());
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(NO.length()))
                .write(NO);
    }
}
