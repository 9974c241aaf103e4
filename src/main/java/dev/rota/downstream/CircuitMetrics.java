package dev.rota.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;

/** Whether each channel is open to nobody, as a metric; and a new token is tried as soon as it is there. */
final class CircuitMetrics implements MeterBinder {

    private final Circuits circuits;
    private final Supplier<Company> company;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    CircuitMetrics(Circuits circuits, Supplier<Company> company) {
        this.circuits = circuits;
        this.company = company;
    }

    @Override
    public void bindTo(MeterRegistry to) {
        registries.add(to);
        bind(to, company.get());
    }

    /** Channels that come with other rules have their figures from then on; other secrets may mend a circuit. */
    @EventListener
    void follow(Rules next) {
        registries.forEach(registry -> bind(registry, next.company()));
        circuits.tryAgain();
    }

    private void bind(MeterRegistry registry, Company of) {
        Channel.of(of).forEach(channel -> Gauge.builder(
                        "rota.circuit.open", () -> circuits.isOpen(channel.downstream()) ? 1 : 0)
                .description("1 while deliveries wait because the channel can't be used, the same from each engine")
                .tag("downstream", channel.downstream())
                .register(registry));
    }
}
