package dev.rota.flow.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Lookup;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks hosts up, and knows no private address but for those that may have one. It is asked at each connection, so that a
 * name that leads elsewhere later is found out too.
 *
 * @param mayBePrivate hosts, in small letters
 */
record PublicAddresses(Set<String> mayBePrivate) implements DnsResolver {

    PublicAddresses {
        mayBePrivate = Set.copyOf(mayBePrivate);
    }

    /** What the hosts of a company may be: those who are asked, or get copies, are mostly close by. */
    static PublicAddresses of(Company company) {
        var told = company.downstreams().values().stream()
                .filter(each -> each.allowPrivateAddress() || each.name().startsWith(Downstream.FORWARD))
                .map(Downstream::with);
        var asked = Stream.of(company.lookups().crm(), company.lookups().model())
                .filter(Objects::nonNull)
                .map(Lookup::with);
        return new PublicAddresses(Stream.concat(told, asked)
                .flatMap(with -> with.values().stream())
                .flatMap(value -> host(value).stream())
                .collect(Collectors.toSet()));
    }

    private static Optional<String> host(String value) {
        try {
            return Optional.ofNullable(new URI(value).getHost()).map(PublicAddresses::plain);
        } catch (URISyntaxException e) {
            return Optional.empty(); // not an address
        }
    }

    private static String plain(String host) {
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!mayBePrivate.contains(plain(host)) && Arrays.stream(addresses).anyMatch(PublicAddresses::isPrivate)) {
            throw new PrivateAddress();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** Whether nobody else on the internet has it: RFC 1918, 3927, 4193, 6598 and what RFC 6890 keeps for no host. */
    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isPrivate6(address.getAddress())
                        : isPrivate4(address.getAddress()));
    }

    private static boolean isPrivate4(byte[] address) {
        var first = address[0] & 0xff;
        var second = address[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /** Unique local addresses, and those that hold one of version 4 for a translator. */
    private static boolean isPrivate6(byte[] address) {
        var translated =
                address[0] == 0 && address[1] == 0x64 && (address[2] & 0xff) == 0xff && (address[3] & 0xff) == 0x9b;
        var sixToFour = address[0] == 0x20 && address[1] == 0x02;
        return (address[0] & 0xfe) == 0xfc || translated || sixToFour;
    }
}
