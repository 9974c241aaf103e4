package dev.rota.media;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the access token may go for the bytes of a file: to Meta's hosts over HTTPS, and to wherever the Graph API itself
 * is asked, which has the token already.
 *
 * @param hosts Meta's, as {@code rota.media.hosts} names them
 * @param graph the address of the Graph API
 */
record Hosts(Set<String> hosts, URI graph) {

    Hosts {
        hosts = Set.copyOf(hosts);
    }

    /** Why nothing is fetched from there; nothing when it may be. */
    Optional<String> objection(URI url) {
        if (isGraph(url)) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getRawUserInfo() != null) {
            return Optional.of("Meta gave an address that is not https");
        }
        if (url.getPort() != -1 && url.getPort() != 443) {
            return Optional.of("Meta gave an address with a port of its own");
        }
        var host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(host)
                ? Optional.empty()
                : Optional.of("Meta gave an address at '" + host + "', which is not among rota.media.hosts");
    }

    /** Hosts that may have a private address: whoever set the engine up decided so. */
    Set<String> trusted() {
        return Set.of(graph.getHost());
    }

    private boolean isGraph(URI url) {
        return url.getRawUserInfo() == null
                && graph.getScheme().equalsIgnoreCase(url.getScheme())
                && graph.getHost().equalsIgnoreCase(url.getHost())
                && graph.getPort() == url.getPort();
    }
}
