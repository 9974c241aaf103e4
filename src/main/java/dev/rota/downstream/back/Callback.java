package dev.rota.downstream.back;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a downstream said, on its way to the conversations that it is about.
 *
 * @param polled whether it was asked for, and is news already
 * @param proof the same when it is sent again, and only then; null where nothing tells
 * @param lease proves that it is still ours when its end is written
 * @param attempt counts from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Callback(
        long id,
        String downstream,
        Instant receivedAt,
        boolean polled,
        byte[] body,
        @Nullable String proof,
        UUID lease,
        int attempt) {

    /** What it says. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "Callback[" + id + " of " + downstream + "]";
    }
}
