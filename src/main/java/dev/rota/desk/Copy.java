package dev.rota.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A webhook as Meta sent it, on its way to the system that answered before Rota.
 *
 * @param signature the header {@code X-Hub-Signature-256} as it came
 * @param bytes the body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // copies are never compared
public record Copy(String signature, byte[] bytes) implements Command {

    /** A copy from its stored form. */
    public static Copy of(byte[] stored) {
        var end = 0;
        while (stored[end] != '\n') {
            end++;
        }
        var signature = new String(stored, 0, end, StandardCharsets.US_ASCII);
        return new Copy(signature, Arrays.copyOfRange(stored, end + 1, stored.length));
    }

    /** The signature on a line of its own, then the body. */
    public byte[] stored() {
        var out = new ByteArrayOutputStream(signature.length() + 1 + bytes.length);
        out.writeBytes(signature.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "Copy[" + bytes.length + " bytes]";
    }
}
