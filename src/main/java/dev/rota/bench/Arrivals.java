package dev.rota.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** When the ticket of each customer came to the helpdesk first. */
final class Arrivals {

    private final ConcurrentHashMap<String, Long> byPhone = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();

    /** Notes a ticket that came at that {@link System#nanoTime}. */
    void add(String phone, long at) {
        if (byPhone.putIfAbsent(phone, at) != null) {
            again.incrementAndGet();
        }
    }

    OptionalLong of(String phone) {
        var at = byPhone.get(phone);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** How many tickets came for a customer who had one. */
    int again() {
        return again.get();
    }

    /** How long each message took to its ticket; one without a ticket is an error. */
    Samples since(List<Webhooks.Message> messages, long[] scheduled) {
        var samples = new Samples();
        for (int place = 0; place < messages.size(); place++) {
            var arrived = of(messages.get(place).phone());
            samples.add(arrived.orElse(0) - scheduled[place], arrived.isPresent());
        }
        return samples;
    }
}
