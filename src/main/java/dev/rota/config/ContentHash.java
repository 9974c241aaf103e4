package dev.rota.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name that files have by their content: the same files, the same hash, wherever they lie. */
final class ContentHash {

    private static final int SHOWN_BYTES = 6;

    private ContentHash() {}

    /** The first 12 hex digits of SHA-256 over names and bytes, each with its length so that none can run into the next. */
    static String of(List<RuleFile> files, List<Problem> unreadable) {
        var digest = sha256();
        for (var file : files) {
            add(digest, file.name().getBytes(StandardCharsets.UTF_8));
            add(digest, file.bytes());
        }
        for (var problem : unreadable) {
            add(digest, problem.toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
