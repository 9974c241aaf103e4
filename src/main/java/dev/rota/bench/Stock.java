package dev.rota.bench;

import dev.rota.whatsapp.simulated.SignedWebhook;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Webhooks for any number of callers. */
final class Stock {

    private final Iterator<SignedWebhook> webhooks;

    private Stock(Iterator<SignedWebhook> webhooks) {
        this.webhooks = webhooks;
    }

    /** Made before the measurement, since making one costs about as much as storing it. */
    static Stock of(Webhooks webhooks, int count) {
        return new Stock(
                List.copyOf(Stream.generate(webhooks::mixed).limit(count).toList())
                        .iterator());
    }

    /** Made as they are wanted, where nothing is measured. */
    static Stock endless(Webhooks webhooks) {
        return new Stock(Stream.generate(webhooks::mixed).iterator());
    }

    /** The next one, for any thread; null when all are taken. */
    synchronized @Nullable SignedWebhook take() {
        return webhooks.hasNext() ? webhooks.next() : null;
    }
}
