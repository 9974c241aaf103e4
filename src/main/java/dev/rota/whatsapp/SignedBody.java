package dev.rota.whatsapp;

import java.time.Instant;

/**
 * The bytes of a webhook whose signature has been found right.
 *
 * @param signature the header {@code X-Hub-Signature-256} as it came; empty where nobody asks for it again
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are never compared
public record SignedBody(byte[] bytes, Instant receivedAt, String signature) {

    /** A body that is never passed on. */
    public SignedBody(byte[] bytes, Instant receivedAt) {
        this(bytes, receivedAt, "");
    }

    @Override
    public String toString() {
        return "SignedBody[" + bytes.length + " bytes]";
    }
}
