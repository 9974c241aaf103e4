package dev.rota.downstream.back;

import java.time.Instant;

/**
 * What a downstream sent, proven to be from it.
 *
 * @param body the bytes exactly as they came
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record SignedCall(String downstream, byte[] body, Instant receivedAt) {

    @Override
    public String toString() {
        return "SignedCall[" + downstream + ", " + body.length + " bytes]";
    }
}
