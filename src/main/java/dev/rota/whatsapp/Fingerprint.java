package dev.rota.whatsapp;

import dev.rota.desk.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys that events are known by; they are stored, so they stay the same for good. A key begins with the seconds that
 * Meta tells, so that new keys stand beside each other in their index however long it is (ADR 10).
 */
final class Fingerprint {

    private static final long NO_TIME = 0;

    /** As much as four bytes hold: in the year 2106. */
    private static final long LAST_TIME = 0xffff_ffffL;

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

    /** The key of what has no time, or none that is the same each time: among the keys of 1970. */
    UUID key() {
        return key(NO_TIME);
    }

    /** The key of what Meta tells with that time, which must be the same each time that it is told. */
    UUID key(@Nullable String time) {
        var at = Moment.seconds(time);
        return key(at == null || at.getEpochSecond() > LAST_TIME ? NO_TIME : at.getEpochSecond());
    }

    /** The key of what comes together with another event, so that both stand beside each other. */
    UUID keyBeside(UUID other) {
        return key(other.getMostSignificantBits() >>> Integer.SIZE);
    }

    /** Four bytes of time and twelve of the hash. */
    private UUID key(long seconds) {
        var hash = ByteBuffer.wrap(digest.digest());
        return new UUID(seconds << Integer.SIZE | Integer.toUnsignedLong(hash.getInt()), hash.getLong());
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
