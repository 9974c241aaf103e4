package dev.rota.flow.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.rota.customer.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what somebody outside answers over HTTP: JSON, not much of it, and not for long. */
public final class LookupAnswers {

    private static final int LONGEST = 64 * 1024;
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration patience;

    /** @param patience how long an answer may take from its beginning to its end, after which nobody waits for it */
    LookupAnswers(Duration patience) {
        this.patience = patience;
    }

    /**
     * The answer; JSON's null when there is no such thing.
     *
     * @throws Unusable when it is not a success, not JSON, or takes too much room or time
     */
    public JsonNode json(int status, @Nullable InputStream body) throws IOException {
        if (status == NOT_FOUND) {
            abandon(body);
            return NullNode.getInstance();
        }
        if (status / 100 != 2) {
            abandon(body);
            throw Unusable.because("answered " + status);
        }
        var bytes = body == null ? new byte[0] : read(body);
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw Unusable.because("answered what is not JSON");
        }
    }

    private byte[] read(InputStream body) throws IOException {
        var bytes = new byte[LONGEST + 1];
        var length = 0;
        var start = System.nanoTime();
        for (int more = 0; more >= 0; more = body.read(bytes, length, bytes.length - length)) {
            length += more;
            if (length > LONGEST) {
                abandon(body);
                throw Unusable.because("answered more than " + LONGEST / 1024 + " KiB");
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                abandon(body);
                throw Unusable.because("did not come to an end with its answer");
            }
        }
        body.close();
        return Arrays.copyOf(bytes, length);
    }

    /** Closing it would read it to its end first, however long that takes. */
    private static void abandon(@Nullable InputStream body) throws IOException {
        if (body instanceof EofSensorInputStream sensor) {
            sensor.abort();
        } else if (body != null) {
            body.close();
        }
    }
}
