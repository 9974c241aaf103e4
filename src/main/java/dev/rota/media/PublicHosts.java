package dev.rota.media;

import dev.rota.desk.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks hosts up for the very connection that is made, so that what was looked at is what is called, and gives no address
 * that does not lie on the open internet.
 */
final class PublicHosts implements DnsResolver {

    private final DnsResolver system;
    private final Set<String> trusted;

    /** @param trusted hosts that may have any address */
    PublicHosts(DnsResolver system, Set<String> trusted) {
        this.system = system;
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = system.resolve(host);
        if (!trusted.contains(host)) {
            for (var address : addresses) {
                if (!PublicAddresses.isPublic(address)) {
                    throw new NotPublic(host);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return system.resolveCanonicalHostname(host);
    }

    /** A host that has an address which nobody outside could reach. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super("host '" + host + "' has an address that is not public");
        }
    }
}
