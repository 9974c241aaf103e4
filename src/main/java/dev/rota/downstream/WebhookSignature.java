package dev.rota.downstream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves, after the Standard Webhooks specification: HMAC-SHA256 over id, timestamp and body. */
public final class WebhookSignature {

    private static final String PREFIX = "whsec_";

    private final Clock clock;

    /** @param clock dates signatures */
    public WebhookSignature(Clock clock) {
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

    /** The specification's secrets hold their key as base64; others are the key themselves. */
    private static byte[] key(String secret) {
        return secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Signs a body as sent now.
     *
     * @param secret {@code whsec_} and a key as base64, or any other text
     * @throws IllegalArgumentException when what follows {@code whsec_} is not base64
     */
    public Signed sign(String id, byte[] json, String secret) {
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal(json));
            return new Signed(id, timestamp, "v1," + signature, json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
