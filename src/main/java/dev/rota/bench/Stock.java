package dev.rota.bench;

import dev.rota.whatsapp.simulated.SignedWebhook;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Webhooks made before the measurement, since making one costs about as much as storing it. */
final class Stock {

    private final List<SignedWebhook> webhooks;
    private final AtomicInteger taken = new AtomicInteger();

    private Stock(List<SignedWebhook> webhooks) {
        this.webhooks = webhooks;
    }

    static Stock of(Webhooks webhooks, int count) {
        return new Stock(Stream.generate(webhooks::mixed).limit(count).toList());
    }

    /** The next one, for any thread; null when all are taken. */
    @Nullable
    SignedWebhook take() {
        var next = taken.getAndIncrement();
        return next < webhooks.size() ? webhooks.get(next) : null;
    }
}
