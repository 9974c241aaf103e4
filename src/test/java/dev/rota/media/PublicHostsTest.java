package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.FetchOutcome.Never;
import dev.rota.desk.PublicAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes to Meta's hosts on the open internet, whatever an answer, or a name server, says. */
class PublicHostsTest {

    private static final Hosts HOSTS =
            new Hosts(Set.of("lookaside.fbsbx.com"), URI.create("https://graph.facebook.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addresses_that_nobody_outside_could_reach_are_called_by_nobody(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "157.240.22.35", "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
                "128.0.0.1", "169.253.1.1", "172.15.255.255", "172.32.0.1", "192.167.1.1", "198.17.1.1",
                "198.20.0.1", "223.255.255.255", "2a03:2880:f10e:83:face:b00c:0:25de", "2606:4700::1111"
            })
    void others_are(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lookaside.fbsbx.com/a, true",
        "https://LOOKASIDE.fbsbx.com:443/a, true",
        "https://graph.facebook.com/a, true",
        "http://lookaside.fbsbx.com/a, false",
        "https://lookaside.fbsbx.com:8443/a, false",
        "https://lookaside.fbsbx.com@evil.example/a, false",
        "https://lookaside.fbsbx.com.evil.example/a, false",
        "https://evil.example/lookaside.fbsbx.com, false",
        "https://me@lookaside.fbsbx.com/a, false",
        "https://me@graph.facebook.com/a, false",
        "http://graph.facebook.com/a, false",
        "https://graph.facebook.com:444/a, false",
        "ftp://lookaside.fbsbx.com/a, false",
        "https://127.0.0.1/a, false",
        "https://[::1]/a, false",
        "https://2130706433/a, false"
    })
    void only_metas_hosts_are_asked(URI url, boolean may) {
        assertThat(HOSTS.objection(url).isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "fd00::1"})
    void a_host_of_metas_whose_name_leads_inside_is_not_called(String inside, @TempDir Path folder) throws Exception {
        try (var download = download(inside)) {
            assertThatThrownBy(() -> bring(download, "https://lookaside.fbsbx.com/a", folder))
                    .isInstanceOfSatisfying(Download.Failed.class, failed -> assertThat(failed.outcome())
                            .isEqualTo(
                                    new Later("host 'lookaside.fbsbx.com' has an address that is not public", false)));
        }
    }

    @Test
    void an_address_that_is_written_out_is_looked_at_too(@TempDir Path folder) throws Exception {
        try (var download =
                new Download(new PublicHosts(SystemDefaultDnsResolver.INSTANCE, Set.of()), Duration.ofSeconds(1))) {
            for (var url : new String[] {"https://127.0.0.1/a", "http://[::1]:1/a"}) {
                assertThatThrownBy(() -> bring(download, url, folder)).hasMessageContaining("that is not public");
            }
        }
    }

    private static void bring(Download download, String url, Path folder) throws IOException, Download.Failed {
        download.bring(URI.create(url), "secret", 10, new Never("too large"), folder.resolve("bytes"));
    }

    /** Somebody's name server that leads a name inside. */
    private static Download download(String inside) {
        var lying = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("157.240.22.35"), InetAddress.getByName(inside)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return new Download(new PublicHosts(lying, HOSTS.trusted()), Duration.ofSeconds(1));
    }
}
