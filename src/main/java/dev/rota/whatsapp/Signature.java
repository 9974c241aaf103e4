package dev.rota.whatsapp;

import dev.rota.desk.Company;
import dev.rota.desk.SignatureRefused;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out whether Meta signed a webhook: an HMAC over the very bytes, under the secret of one of our apps. */
public final class Signature {

    private static final String PREFIX = "sha256=";
    private static final int LENGTH = PREFIX.length() + 64;

    private final Supplier<Company> company;
    private volatile @Nullable SigningKeys keys;

    public Signature(Supplier<Company> company) {
        this.company = company;
    }

    /**
     * Takes a call for what it claims to be.
     *
     * @throws SignatureRefused when no active secret fits
     */
    public SignedBody verify(WebhookCall call) {
        var header = call.signature();
        var claimed = parse(header);
        var fits = false;
        for (var key : keys().active(call.receivedAt())) {
            // No early exit: how long it takes must not tell which secret fits.
            fits |= MessageDigest.isEqual(key.sign(call.body()), claimed);
        }
        if (!fits) {
            throw new SignatureRefused("the webhook is not signed with an active secret of any app");
        }
        return new SignedBody(call.body(), call.receivedAt(), String.valueOf(header));
    }

    private SigningKeys keys() {
        var current = company.get();
        var known = keys;
        if (known == null || !known.belongTo(current)) {
            known = SigningKeys.of(current);
            keys = known;
        }
        return known;
    }

    private static byte[] parse(@Nullable String header) {
        if (header == null) {
            throw new SignatureRefused("the webhook has no X-Hub-Signature-256");
        }
        if (header.length() != LENGTH || !header.startsWith(PREFIX) || !isHex(header)) {
            throw new SignatureRefused("X-Hub-Signature-256 is not 'sha256=' and 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(header, PREFIX.length(), LENGTH);
    }

    private static boolean isHex(String header) {
        for (var i = PREFIX.length(); i < LENGTH; i++) {
            if (!HexFormat.isHexDigit(header.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
