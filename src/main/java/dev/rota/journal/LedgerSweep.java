package dev.rota.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether the ledger balances, in production too; says so loudly when it does not. */
final class LedgerSweep implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(LedgerSweep.class);

    private final Supplier<LedgerFigures> figures;
    private volatile int violations;
    private @Nullable ExecutorService eachMinute;

    LedgerSweep(Supplier<LedgerFigures> figures) {
        this.figures = figures;
    }

    void start() {
        eachMinute = Daemons.every(Duration.ofMinutes(1), "ledger-sweep", this::sweepOrTryLater);
    }

    void stop() {
        if (eachMinute != null) {
            eachMinute.shutdownNow();
        }
    }

    private void sweepOrTryLater() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("journal: the ledger can't be swept ({}), trying again in a minute", Trouble.describe(e));
        }
    }

    /** How many numbers do not balance. */
    int sweep() {
        var broken =
                figures.get().numbers().stream().filter(one -> !one.balanced()).toList();
        for (var one : broken) {
            log.error(
                    "journal: the ledger of number id {} does not balance: received {}, but handled {} + parked {} + pending {}",
                    one.number(),
                    one.received(),
                    one.handled(),
                    one.parked(),
                    one.pending());
        }
        violations = broken.size();
        return violations;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("rota.invariant.violations", this, self -> self.violations)
                .description("numbers whose received is not handled + parked + pending")
                .register(registry);
    }
}
