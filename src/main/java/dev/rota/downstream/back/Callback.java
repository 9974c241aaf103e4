package dev.rota.downstream.back;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that a downstream said, on its way to the conversations that it is about.
 *
 * @param polled whether it was asked for, and is news already
 * @param lease proves that it is still ours when its end is written
 * @param attempt counts from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Callback(
        long id, String downstream, Instant receivedAt, boolean polled, byte[] body, UUID lease, int attempt) {

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
