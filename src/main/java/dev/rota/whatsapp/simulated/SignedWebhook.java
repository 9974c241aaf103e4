package dev.rota.whatsapp.simulated;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook with the signature over its exact bytes.
 *
 * @param signature the value of {@link #HEADER}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: it is sent once
public record SignedWebhook(byte[] body, String signature) {

    /** The HTTP header that carries the signature. */
    public static final String HEADER = "X-Hub-Signature-256";

    /** Signs a body with an app secret. */
    public static SignedWebhook sign(byte[] body, String appSecret) {
        return new SignedWebhook(body, "sha256=" + HexFormat.of().formatHex(hmac(body, appSecret)));
    }

    static byte[] hmac(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256, which every JDK must have", e);
        }
    }

    @Override
    public String toString() {
        return "SignedWebhook[" + body.length + " bytes]";
    }
}
