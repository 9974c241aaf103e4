package dev.rota.flow.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.rota.customer.Unusable;
import dev.rota.flow.Bounded;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
            Bounded.abandon(body);
            return NullNode.getInstance();
        }
        if (status / 100 != 2) {
            Bounded.abandon(body);
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
        try {
            return new Bounded(LONGEST, patience).read(body);
        } catch (Bounded.Unending e) {
            throw Unusable.because(e.sentence());
        }
    }
}
