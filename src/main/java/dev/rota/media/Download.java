package dev.rota.media;

import dev.rota.desk.FetchOutcome;
import dev.rota.desk.FetchOutcome.Later;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/** Brings bytes from where Meta says they lie: never more than agreed, never for long, never from anywhere else. */
final class Download implements AutoCloseable {

    private static final Timeout SILENCE = Timeout.ofSeconds(20);
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_AT_ONCE = 16;

    private final CloseableHttpClient client;
    private final Duration patience;

    /** @param patience how long a download may take from its beginning to its end */
    Download(DnsResolver addresses, Duration patience) {
        this.patience = patience;
        var timeouts = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(5))
                .setSocketTimeout(SILENCE)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(timeouts)
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .setUserAgent("Rota")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    /** What came, and how much. */
    record Received(String sha256, long size) {}

    /** Nothing, or not all of it; with what is to be done about it. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        private final transient FetchOutcome outcome;

        Failed(FetchOutcome outcome) {
            super(outcome.toString(), null, false, false);
            this.outcome = outcome;
        }

        FetchOutcome outcome() {
            return outcome;
        }
    }

    /**
     * Writes the bytes of an address into a file.
     *
     * @param most how many bytes it may be
     * @param tooMany what it means when there are more
     */
    Received bring(URI url, String token, long most, FetchOutcome tooMany, Path into) throws Failed {
        var request = new HttpGet(url);
        request.setHeader("Authorization", "Bearer " + token);
        try (var response = client.executeOpen(null, request, null)) {
            try {
                mustBeThere(response.getCode());
                return receive(response, most, tooMany, into);
            } finally {
                request.cancel(); // closing alone would first read on to the end, however far that is
            }
        } catch (PublicHosts.NotPublic e) {
            throw new Failed(new Later(String.valueOf(e.getMessage()), false));
        } catch (IOException e) {
            throw new Failed(new Later("the download broke off (" + e.getClass().getSimpleName() + ")", false));
        }
    }

    private static void mustBeThere(int status) throws Failed {
        if (status == 404 || status == 410) {
            throw new Failed(new Later("the address that Meta gave had ended", false));
        }
        if (status / 100 == 3) {
            throw new Failed(new Later("Meta's host sends elsewhere, and nothing is followed", false));
        }
        if (status != 200) {
            throw new Failed(new Later("Meta's host answered " + status, false));
        }
    }

    private Received receive(ClassicHttpResponse response, long most, FetchOutcome tooMany, Path into)
            throws IOException, Failed {
        if (response.getEntity() == null) {
            throw new Failed(new Later("Meta's host sent nothing", false));
        }
        if (response.getEntity().getContentLength() > most) {
            throw new Failed(tooMany);
        }
        var digest = sha256();
        try (var bytes = response.getEntity().getContent()) {
            var size = copy(bytes, most, tooMany, into, digest);
            return new Received(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private long copy(InputStream bytes, long most, FetchOutcome tooMany, Path into, MessageDigest digest)
            throws IOException, Failed {
        var end = System.nanoTime() + patience.toNanos();
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var file = Files.newOutputStream(into)) {
            for (int more = bytes.read(buffer); more >= 0; more = bytes.read(buffer)) {
                size += more;
                if (size > most) {
                    throw new Failed(tooMany);
                }
                if (System.nanoTime() - end > 0) {
                    throw new Failed(new Later("the download took longer than " + patience.toSeconds() + " s", false));
                }
                digest.update(buffer, 0, more);
                file.write(buffer, 0, more);
            }
        }
        return size;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
