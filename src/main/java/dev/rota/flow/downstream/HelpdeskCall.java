package dev.rota.flow.downstream;

import org.jspecify.annotations.Nullable;

/**
 * A request to a helpdesk, without its host and its credentials.
 *
 * @param query without the question mark; empty for none
 * @param key an idempotency key; empty for none
 * @param json the body; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HelpdeskCall(String method, String path, String query, String key, byte @Nullable [] json) {

    @Override
    public String toString() {
        return "HelpdeskCall[" + method + "]";
    }
}
