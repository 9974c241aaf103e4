package dev.rota.flow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes from outside, not much of it and not for long.
 *
 * @param longest in bytes
 * @param patience from the beginning to the end
 */
public record Bounded(int longest, Duration patience) {

    private static final int AT_FIRST = 8192;

    /** An answer that is too long, or takes too long. */
    public static final class Unending extends Exception {

        private static final long serialVersionUID = 1L;

        Unending(String sentence) {
            super(sentence, null, false, false);
        }

        /** What it did, in words that follow its name. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** The whole of it, after which it is closed. */
    public byte[] read(InputStream body) throws IOException, Unending {
        var bytes = new byte[Math.min(AT_FIRST, longest + 1)];
        var length = 0;
        var start = System.nanoTime();
        for (int more = 0; more >= 0; more = body.read(bytes, length, bytes.length - length)) {
            length += more;
            if (length > longest) {
                abandon(body);
                throw new Unending("answered more than " + longest / 1024 + " KiB");
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                abandon(body);
                throw new Unending("did not come to an end with its answer");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * length, longest + 1));
            }
        }
        body.close();
        return Arrays.copyOf(bytes, length);
    }

    /** Gives up what nobody reads; closing it would read it to its end first, however long that takes. */
    public static void abandon(@Nullable InputStream body) throws IOException {
        if (body instanceof EofSensorInputStream sensor) {
            sensor.abort();
        } else if (body != null) {
            body.close();
        }
    }
}
