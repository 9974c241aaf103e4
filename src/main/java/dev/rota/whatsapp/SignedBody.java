package dev.rota.whatsapp;

import java.time.Instant;

/** The bytes of a webhook whose signature has been found right. */
@SuppressWarnings("ArrayRecordComponent") // bodies are never compared
public record SignedBody(byte[] bytes, Instant receivedAt) {

    @Override
    public String toString() {
        return "SignedBody[" + bytes.length + " bytes]";
    }
}
