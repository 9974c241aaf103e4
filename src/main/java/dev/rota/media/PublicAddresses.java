package dev.rota.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Looks hosts up for the very connection that is made, so that what was looked at is what is called, and gives no address
 * that does not lie on the open internet.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">special addresses</a>
 */
final class PublicAddresses implements DnsResolver {

    private static final List<IpAddressMatcher> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96", // among them :: and ::1
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(IpAddressMatcher::new)
            .toList();

    private final DnsResolver system;
    private final Set<String> trusted;

    /** @param trusted hosts that may have any address */
    PublicAddresses(DnsResolver system, Set<String> trusted) {
        this.system = system;
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = system.resolve(host);
        if (!trusted.contains(host)) {
            for (var address : addresses) {
                if (!isPublic(address)) {
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

    static boolean isPublic(InetAddress address) {
        var text = address.getHostAddress().replaceFirst("%.*", "");
        return NOT_PUBLIC.stream().noneMatch(range -> range.matches(text));
    }

    /** A host that has an address which nobody outside could reach. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super("host '" + host + "' has an address that is not public");
        }
    }
}
