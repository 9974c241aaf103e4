package dev.rota.downstream;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Which channels somebody must mend. It never says down: a restart would mend none of them. */
final class CircuitsHealth extends AbstractHealthIndicator {

    private final OpenCircuits circuits;

    CircuitsHealth(OpenCircuits circuits) {
        super("the open circuits can't be read");
        this.circuits = circuits;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var open = circuits.all();
        builder.up()
                .withDetail("open", open.size())
                .withDetail(
                        "warnings",
                        open.stream()
                                .map(one -> one.waiting() + " deliveries to " + one.downstream() + " wait since "
                                        + one.since() + ": " + one.reason())
                                .toList());
    }
}
