package dev.rota.desk;

import java.nio.file.Path;

/** What came of one attempt to fetch a file. */
public sealed interface FetchOutcome {

    /**
     * Its bytes are here.
     *
     * @param bytes where they lie until they are kept
     * @param sha256 of them, in hex
     * @param size how many they are
     * @param mimeType what they are, as they say themselves
     */
    record Fetched(Path bytes, String sha256, long size, String mimeType) implements FetchOutcome {
        @Override
        public String toString() {
            return "Fetched[" + size + " bytes, " + mimeType + "]";
        }
    }

    /**
     * They are not here, and may be later.
     *
     * @param others whether no other file of the number can be fetched either
     */
    record Later(String reason, boolean others) implements FetchOutcome, Whereabouts {}

    /** They are not here, and never will be. */
    record Never(String reason) implements FetchOutcome, Whereabouts {}
}
