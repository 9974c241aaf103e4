package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rota.desk.SignatureRefused;
import dev.rota.whatsapp.simulated.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the header: it is the one signature of the body, or it is refused. */
class SignatureFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int HEADER = 71;

    private final Signature signature = new Signature(ExampleCompany::simple);

    static Stream<byte[]> signed() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var right = SignedWebhook.sign(body, ExampleCompany.SECRET).signature();
        return Stream.of(right, right.toUpperCase(Locale.ROOT), right.replace("256", "1"), "sha256=", "")
                .map(header -> (header + "{}").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Verifies what somebody made up.
     *
     * @param call the header in its first bytes, then the body
     */
    @MethodSource("signed")
    @FuzzTest
    void a_header_is_the_signature_or_is_refused(byte[] call) {
        var split = Math.min(HEADER, call.length);
        var header = new String(call, 0, split, StandardCharsets.UTF_8);
        var body = Arrays.copyOfRange(call, split, call.length);

        var right = SignedWebhook.sign(body, ExampleCompany.SECRET).signature();

        assertThat(isTaken(header, body)).isEqualTo(isSame(header, right));
        assertThat(isTaken(right, body)).isTrue();
    }

    /** The digits may be capitals, the rest may not. */
    private static boolean isSame(String header, String right) {
        return header.startsWith("sha256=") && header.equalsIgnoreCase(right);
    }

    private boolean isTaken(String header, byte[] body) {
        try {
            assertThat(signature.verify(WebhookCall.news(header, body, NOW)).bytes())
                    .isSameAs(body);
            return true;
        } catch (SignatureRefused e) {
            return false;
        }
    }
}
