package dev.rota.downstream.back;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to the address of a downstream, signed or not.
 *
 * @param name the end of the address: the downstream that it claims to be
 * @param headers by their names in small letters; only the check of the signature looks into them
 * @param body the bytes exactly as they came
 * @param receivedAt when the last byte was there
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record DownstreamCall(String name, Map<String, String> headers, byte[] body, Instant receivedAt) {

    public DownstreamCall {
        headers = Map.copyOf(headers);
    }

    /** The header of that name, whatever its capitals. */
    @Nullable
    String header(String called) {
        return headers.get(called.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "DownstreamCall[" + body.length + " bytes]";
    }
}
