package dev.rota.downstream.back;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Something that is signed.
 *
 * @param of its parts in their order, such as {@code {timestamp}.{body}}
 * @param uri where it was sent to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signing(String of, byte[] body, String timestamp, String id, String uri) {

    private static final Pattern PART = Pattern.compile("\\{body}|\\{timestamp}|\\{id}|\\{method}|\\{uri}|[^{]+|\\{");

    /** The door takes nothing else from downstreams. */
    private static final String POST = "POST";

    /** Secrets of the Standard Webhooks specification begin so, and the rest is the key in base64. */
    private static final String STANDARD = "whsec_";

    String hex(String algorithm, String secret) {
        return HexFormat.of().formatHex(sign(algorithm, secret));
    }

    String base64(String algorithm, String secret) {
        return Base64.getEncoder().encodeToString(sign(algorithm, secret));
    }

    /**
     * What tells this call from every other: a digest of what is signed. Null where neither a time nor an id is signed, for
     * there two calls may say the same and both be meant.
     */
    @Nullable
    String proof() {
        return of.contains(SignatureForm.TIMESTAMP) || of.contains(SignatureForm.ID)
                ? DigestUtils.sha256Hex(bytes())
                : null;
    }

    private byte[] sign(String algorithm, String secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key(secret), algorithm));
            return mac.doFinal(bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private byte[] bytes() {
        var all = new ByteArrayOutputStream(body.length + timestamp.length() + id.length() + of.length());
        PART.matcher(of)
                .results()
                .forEach(part -> all.writeBytes(
                        switch (part.group()) {
                            case SignatureForm.BODY -> body;
                            case SignatureForm.TIMESTAMP -> timestamp.getBytes(StandardCharsets.UTF_8);
                            case SignatureForm.ID -> id.getBytes(StandardCharsets.UTF_8);
                            case SignatureForm.METHOD -> POST.getBytes(StandardCharsets.UTF_8);
                            case SignatureForm.URI -> uri.getBytes(StandardCharsets.UTF_8);
                            default -> part.group().getBytes(StandardCharsets.UTF_8);
                        }));
        return all.toByteArray();
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(STANDARD)) {
            try {
                return Base64.getDecoder().decode(secret.substring(STANDARD.length()));
            } catch (IllegalArgumentException e) {
                return secret.getBytes(StandardCharsets.UTF_8); // not of that kind after all
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Signing[" + of + "]";
    }
}
