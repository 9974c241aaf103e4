package dev.rota.flow.http;

import dev.rota.whatsapp.WebhookCall;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;

/** Takes out of a request what routes may see. What is not named here ends here: no header, no other parameter. */
final class Calls {

    private static final CharSequence SIGNATURE = HttpHeaders.createOptimized("x-hub-signature-256");

    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** The question of a GET, or the news of a POST. */
    WebhookCall of(HttpServerRequest request, byte[] body) {
        if (request.method().equals(HttpMethod.POST)) {
            return WebhookCall.news(request.headers().get(SIGNATURE), body, clock.instant());
        }
        var query = request.params();
        return WebhookCall.question(
                query.get("hub.mode"), query.get("hub.verify_token"), query.get("hub.challenge"), clock.instant());
    }
}
