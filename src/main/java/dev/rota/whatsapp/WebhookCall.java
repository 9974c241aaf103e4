package dev.rota.whatsapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the webhook address sent: the few things that are asked for, and nothing else of the request.
 *
 * @param mode the query's {@code hub.mode}
 * @param verifyToken the query's {@code hub.verify_token}
 * @param challenge the query's {@code hub.challenge}
 * @param signature the header {@code X-Hub-Signature-256}
 * @param body the bytes exactly as they came
 * @param receivedAt when the last byte was there
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record WebhookCall(
        @Nullable String mode,
        @Nullable String verifyToken,
        @Nullable String challenge,
        @Nullable String signature,
        byte[] body,
        Instant receivedAt) {

    /** The question that Meta asks when the address is registered. */
    public static WebhookCall question(
            @Nullable String mode, @Nullable String verifyToken, @Nullable String challenge, Instant receivedAt) {
        return new WebhookCall(mode, verifyToken, challenge, null, new byte[0], receivedAt);
    }

    /** News, signed or not. */
    public static WebhookCall news(@Nullable String signature, byte[] body, Instant receivedAt) {
        return new WebhookCall(null, null, null, signature, body, receivedAt);
    }

    @Override
    public String toString() {
        return "WebhookCall[" + body.length + " bytes]";
    }
}
