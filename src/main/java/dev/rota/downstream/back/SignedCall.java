package dev.rota.downstream.back;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a downstream sent, proven to be from it.
 *
 * @param body the bytes exactly as they came
 * @param proof the same when it is sent again, and only then; null where its signature can't tell
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record SignedCall(String downstream, byte[] body, Instant receivedAt, @Nullable String proof) {

    @Override
    public String toString() {
        return "SignedCall[" + downstream + ", " + body.length + " bytes]";
    }
}
