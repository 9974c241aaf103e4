package dev.rota.bench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What was brought to a helpdesk since it began to count, and between which two instants. */
final class Brought {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger again = new AtomicInteger();
    private volatile long first;
    private volatile long last;

    /** Begins anew. */
    void begin() {
        keys.clear();
        again.set(0);
    }

    /** Notes one delivery, by the one thread of the helpdesk. */
    void add(@Nullable String key, long at) {
        if (key == null || !keys.add(key)) {
            again.incrementAndGet();
            return;
        }
        if (keys.size() == 1) {
            first = at;
        }
        last = at;
    }

    int count() {
        return keys.size();
    }

    /** How many came that had come before. */
    int again() {
        return again.get();
    }

    /** From the first to the last. */
    double perSecond() {
        return last == first ? 0 : (keys.size() - 1) * NANOS_PER_SECOND / (last - first);
    }
}
