package dev.rota.flow.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Lookup;
import dev.rota.desk.PublicAddresses;
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
record AllowedHosts(Set<String> mayBePrivate) implements DnsResolver {

    AllowedHosts {
        mayBePrivate = Set.copyOf(mayBePrivate);
    }

    /** What the hosts of a company may be: those who are asked, or get copies, are mostly close by. */
    static AllowedHosts of(Company company) {
        var told = company.downstreams().values().stream()
                .filter(each -> each.allowPrivateAddress() || each.name().startsWith(Downstream.FORWARD))
                .map(Downstream::with);
        var asked = Stream.of(company.lookups().crm(), company.lookups().model())
                .filter(Objects::nonNull)
                .map(Lookup::with);
        return new AllowedHosts(Stream.concat(told, asked)
                .flatMap(with -> with.values().stream())
                .flatMap(value -> host(value).stream())
                .collect(Collectors.toSet()));
    }

    private static Optional<String> host(String value) {
        try {
            return Optional.ofNullable(new URI(value).getHost()).map(AllowedHosts::plain);
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
        if (!mayBePrivate.contains(plain(host)) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddress();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
