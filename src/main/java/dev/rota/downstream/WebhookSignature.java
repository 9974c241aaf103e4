package dev.rota.downstream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves, after the Standard Webhooks specification: HMAC-SHA256 over id, timestamp and body. */
public final class WebhookSignature {

    private final Clock clock;

    WebhookSignature(Clock clock) {
        this.clock = clock;
    }

    /**
     * A body with what its three headers say.
     *
     * @param timestamp seconds since 1970
     * @param signature {@code v1,} and the base64 of the signature
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    public record Signed(String id, String timestamp, String signature, byte[] json) {
        @Override
        public String toString() {
            return "Signed[" + id + "]";
        }
    }

    /** Signs a body as sent now. */
    public Signed sign(String id, byte[] json, String secret) {
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal(json));
            return new Signed(id, timestamp, "v1," + signature, json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
