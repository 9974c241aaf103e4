package dev.rota.whatsapp;

import dev.rota.desk.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hashes that events are known by; they are stored, so they stay the same for good. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        and(kind);
    }

    /** Begins with what all events of a kind share. */
    static Fingerprint of(String kind) {
        return new Fingerprint(kind);
    }

    /** Adds a text; absent is not the same as any text. */
    Fingerprint and(@Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        length(text == null ? -1 : bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds the bytes from one place to another. */
    Fingerprint and(byte[] body, int from, int to) {
        length(to - from);
        digest.update(body, from, to - from);
        return this;
    }

    /** The first 16 bytes. */
    UUID key() {
        var hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** The lane of a customer of a number. */
    static int lane(String number, String customer) {
        return lane(31 * number.hashCode() + customer.hashCode());
    }

    /** The lane of an event that no customer waits for. */
    static int lane(UUID key) {
        return lane(key.hashCode());
    }

    private static int lane(int hash) {
        // Ids differ in their last digits only: without this mix they would crowd into a few lanes.
        var mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return Math.floorMod(mixed ^ (mixed >>> 13), Event.LANES);
    }

    /** Keeps neighbours apart: "ab" and "c" is not "a" and "bc". */
    private void length(int length) {
        for (var shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
    }
}
