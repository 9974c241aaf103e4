package dev.rota.journal;

import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;

/** The ledger as metrics, by the names of numbers: an id that no file names is one of {@code unknown}. */
final class LedgerMetrics implements MeterBinder {

    static final String UNKNOWN = "unknown";
    static final String NONE = "none";

    private final Balances balances;
    private final Supplier<Company> company;
    private final Clock clock;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    LedgerMetrics(Balances balances, Supplier<Company> company, Clock clock) {
        this.balances = balances;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry to) {
        registries.add(to);
        Stream.concat(company.get().numbers().keySet().stream(), Stream.of(UNKNOWN, NONE))
                .forEach(number -> bind(to, number));
    }

    /** Numbers that come with other rules have their figures from then on. */
    @EventListener
    void follow(Rules next) {
        for (var registry : registries) {
            next.company().numbers().keySet().forEach(number -> bind(registry, number));
        }
    }

    private void bind(MeterRegistry registry, String number) {
        total(registry, number, "received", Balance.OfNumber::received);
        total(registry, number, "duplicate", Balance.OfNumber::duplicates);
        total(registry, number, "handled", Balance.OfNumber::handled);
        gauge(registry, "rota.events.pending", number, Balance.OfNumber::pending);
        gauge(registry, "rota.parked", number, Balance.OfNumber::parked);
        Gauge.builder("rota.events.oldest.pending.seconds", this, self -> self.of(number)
                        .mapToDouble(Balance.OfNumber::oldestPendingSeconds)
                        .max()
                        .orElse(0))
                .tag("number", number)
                .register(registry);
        Gauge.builder("rota.last.delivery.seconds", this, self -> self.sinceLast(number))
                .description("seconds since something last came; NaN when nothing ever did")
                .tag("number", number)
                .register(registry);
    }

    private void total(MeterRegistry registry, String number, String figure, ToDoubleFunction<Balance.OfNumber> part) {
        FunctionCounter.builder("rota.events", this, self -> self.sum(number, part))
                .description("events of all engines, the same from each")
                .tag("figure", figure)
                .tag("number", number)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String number, ToDoubleFunction<Balance.OfNumber> part) {
        Gauge.builder(name, this, self -> self.sum(number, part))
                .tag("number", number)
                .register(registry);
    }

    private double sum(String number, ToDoubleFunction<Balance.OfNumber> part) {
        return of(number).mapToDouble(part).sum();
    }

    private double sinceLast(String number) {
        return of(number)
                .flatMap(one -> Stream.ofNullable(one.lastDeliveryAt()))
                .mapToDouble(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .min()
                .orElse(Double.NaN);
    }

    private Stream<Balance.OfNumber> of(String number) {
        return balances.recent().numbers().stream().filter(one -> tag(one).equals(number));
    }

    private String tag(Balance.OfNumber one) {
        if (one.number() == null) {
            return NONE;
        }
        return company.get().numbers().containsKey(one.number()) ? one.number() : UNKNOWN;
    }
}
