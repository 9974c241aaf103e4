package dev.rota.downstream.back;

import dev.rota.desk.SignatureRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one downstream signs what it sends, as the annotations {@code rota.dev/signature-…} of its Kamelet say.
 *
 * @param header the header that carries the signature
 * @param form how it stands there, with {@code {hex}}, {@code {base64}} or {@code {secret}} in it; several may stand side
 *     by side, parted by spaces
 * @param mac Java's name of the algorithm; of no meaning with {@code {secret}}
 * @param of what is signed: {@code {body}}, with {@code {timestamp}}, {@code {id}}, {@code {method}} and {@code {uri}} where
 *     they are signed too
 * @param door where the internet finds the door, for {@code {uri}}; empty where that is not signed. It is what the company
 *     says, never what a call says of itself
 * @param timeHeader the header that says when it was sent; null where there is none
 * @param idHeader the header that names it; null where there is none
 * @param within how far that time may be from ours
 */
public record SignatureForm(
        String header,
        String form,
        String mac,
        String of,
        String door,
        @Nullable String timeHeader,
        @Nullable String idHeader,
        Duration within) {

    static final String HEX = "{hex}";
    static final String BASE64 = "{base64}";
    static final String SECRET = "{secret}";
    static final String BODY = "{body}";
    static final String TIMESTAMP = "{timestamp}";
    static final String ID = "{id}";
    static final String METHOD = "{method}";
    static final String URI = "{uri}";

    private static final String PATH = "/webhooks/downstream/";

    /**
     * Takes a call for what it claims to be.
     *
     * @param secrets all are tried, so that a new one can be given before the old one ends
     * @throws SignatureRefused when none fits, or it was not sent just now
     */
    public SignedCall verify(DownstreamCall call, List<String> secrets) {
        var sent = timeHeader == null ? "" : required(call, timeHeader);
        if (timeHeader != null && isStale(sent, call.receivedAt())) {
            throw new SignatureRefused(timeHeader + " is not within " + within + " of now");
        }
        var id = idHeader == null ? "" : required(call, idHeader);
        var claimed = claimed(required(call, header));
        var message = new Signing(of, call.body(), sent, id, door + PATH + call.name());
        var fits = false;
        for (var secret : secrets) {
            var right = right(secret, message).getBytes(StandardCharsets.UTF_8);
            for (var each : claimed) {
                // No early exit: how long it takes must not tell which secret fits.
                fits |= MessageDigest.isEqual(right, each);
            }
        }
        if (!fits) {
            throw new SignatureRefused("the call is not signed with an active secret of its downstream");
        }
        return new SignedCall(call.name(), call.body(), call.receivedAt(), message.proof());
    }

    /** What the header would have to be. */
    String right(String secret, Signing message) {
        if (form.contains(SECRET)) {
            return form.replace(SECRET, secret);
        }
        return form.contains(HEX)
                ? form.replace(HEX, message.hex(mac, secret))
                : form.replace(BASE64, message.base64(mac, secret));
    }

    private List<byte[]> claimed(String value) {
        var all = form.contains(" ") ? new String[] {value} : value.split(" ", -1);
        return Arrays.stream(all)
                .map(each -> form.contains(HEX) ? each.toLowerCase(Locale.ROOT) : each)
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String required(DownstreamCall call, String name) {
        var value = call.header(name);
        if (value == null) {
            throw new SignatureRefused("the call has no " + name);
        }
        return value;
    }

    private boolean isStale(String sent, Instant now) {
        var at = SentTime.of(sent);
        return at == null || Duration.between(at, now).abs().compareTo(within) > 0;
    }
}
