package dev.rota.flow.http;

import dev.rota.downstream.back.DownstreamCall;
import dev.rota.whatsapp.WebhookCall;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;

/**
 * Takes out of a request what routes may see. What is not named here ends here: no header, no other parameter.
 * What downstreams sign with has as many names as there are downstreams, so their headers go on as data to the check of
 * the signature, which lets none of them pass.
 */
final class Calls {

    private static final CharSequence SIGNATURE = HttpHeaders.createOptimized("x-hub-signature-256");

    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** What the body of the route's message is: of an address that stands for many, with the name that was called. */
    Object of(HttpServerRequest request, String address, byte[] body) {
        return address.endsWith(Addresses.NAME) ? fromDownstream(request, body) : of(request, body);
    }

    private DownstreamCall fromDownstream(HttpServerRequest request, byte[] body) {
        var path = Objects.requireNonNull(request.path(), "a route has taken it by its path");
        var headers = new HashMap<String, String>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new DownstreamCall(path.substring(path.lastIndexOf('/') + 1), headers, body, clock.instant());
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
