package dev.rota.flow.downstream;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/** HTTP as adapters speak it: nothing is sent twice by itself, and no private address is reached by chance. */
final class GuardedHttp extends HttpComponent {

    /** No limit: config/ says how many requests may be under way at once, and the outbox keeps to it. */
    private static final int MOST = 4096;

    private final AllowedHosts addresses;

    GuardedHttp(AllowedHosts addresses) {
        this.addresses = addresses;
        setAutomaticRetriesDisabled(true);
    }

    /** As Camel makes it, but for the look-up of hosts. */
    @Override
    @SuppressWarnings("deprecation") // Camel hands such factories over
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> registry, int most, int mostToOneHost, SocketConfig sockets) {
        var manager = new PoolingHttpClientConnectionManager(
                registry,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.ofMilliseconds(getConnectionTimeToLive()),
                null,
                addresses,
                null);
        manager.setMaxTotal(MOST);
        manager.setDefaultMaxPerRoute(MOST);
        manager.setDefaultSocketConfig(sockets);
        return manager;
    }
}
