package dev.rota.flow.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Ends connections that bring no whole request for too long: the idle ones, and those that send a byte now and then so
 * as not to look idle.
 */
final class Patience {

    private final long nanos;
    private final Map<HttpConnection, Long> since = new HashMap<>();

    Patience(Duration limit) {
        this.nanos = limit.toNanos();
    }

    /** Begins to wait for the first request. */
    void met(HttpConnection connection) {
        since.put(connection, System.nanoTime());
        connection.closeHandler(closed -> since.remove(connection));
    }

    /** Begins to wait for the next request. */
    void heard(HttpConnection connection) {
        since.replace(connection, System.nanoTime());
    }

    /** Closes the connections that have used it up. */
    void sweep() {
        var now = System.nanoTime();
        var late = since.entrySet().stream()
                .filter(entry -> now - entry.getValue() > nanos)
                .map(Map.Entry::getKey)
                .toList();
        late.forEach(HttpConnection::close);
    }
}
