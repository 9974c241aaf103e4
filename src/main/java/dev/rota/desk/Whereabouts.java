package dev.rota.desk;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What Meta says of a file that is asked for by its id. */
public sealed interface Whereabouts permits Whereabouts.At, FetchOutcome.Later, FetchOutcome.Never {

    /**
     * It lies there, for five minutes.
     *
     * @param sha256 of its bytes, in hex; null where it was not told
     * @param size in bytes; null where it was not told
     */
    record At(URI url, @Nullable String sha256, @Nullable Long size) implements Whereabouts {
        @Override
        public String toString() {
            return "At[" + url.getHost() + "]";
        }
    }
}
