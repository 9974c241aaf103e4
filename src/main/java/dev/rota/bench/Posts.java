package dev.rota.bench;

import dev.rota.whatsapp.simulated.SignedWebhook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** Posts webhooks to one target over connections that stay open. */
final class Posts {

    private static final int PATIENCE_SECONDS = 20;

    private final HttpClient client;
    private final Target target;

    Posts(Vertx vertx, Target target, int connections) {
        var options = new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(target.port())
                .setIdleTimeout(PATIENCE_SECONDS);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
        this.target = target;
    }

    /** Posts one; the future has the HTTP status, or fails when no answer came. */
    Future<Integer> post(SignedWebhook webhook) {
        return client.request(HttpMethod.POST, target.path())
                .compose(request -> request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(SignedWebhook.HEADER, webhook.signature())
                        .send(Buffer.buffer(webhook.body())))
                .compose(Posts::status);
    }

    private static Future<Integer> status(HttpClientResponse answer) {
        return answer.end().map(end -> answer.statusCode());
    }
}
