package dev.rota.desk;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lie on the open internet: what Rota calls because somebody outside named it may have no other.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">special addresses</a>
 */
public final class PublicAddresses {

    private static final List<Range> NOT_PUBLIC = Stream.of(
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
            .map(Range::of)
            .toList();

    private PublicAddresses() {}

    /** Whether others on the internet could reach it. */
    public static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
    }

    /** Addresses that begin with the same bits. */
    private record Range(BigInteger first, int length, int bits) {

        static Range of(String text) {
            var slash = text.indexOf('/');
            try {
                var first =
                        InetAddress.getByName(text.substring(0, slash)).getAddress(); // a literal: nothing is looked up
                return new Range(
                        new BigInteger(1, first),
                        first.length * Byte.SIZE,
                        Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text + " is no range of addresses", e);
            }
        }

        boolean holds(byte[] address) {
            var rest = length - bits;
            return address.length * Byte.SIZE == length
                    && new BigInteger(1, address).shiftRight(rest).equals(first.shiftRight(rest));
        }
    }
}
