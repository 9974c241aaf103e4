package dev.rota.journal;

import java.util.ArrayList;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** What of the ledger asks for somebody's attention. It never says down: a restart would mend none of it. */
final class LedgerHealth extends AbstractHealthIndicator {

    private static final long LATE_SECONDS = 60;

    private final Balances balances;

    LedgerHealth(Balances balances) {
        super("the ledger can't be read");
        this.balances = balances;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var balance = balances.recent();
        var warnings = new ArrayList<String>();
        if (balance.parked() > 0) {
            warnings.add(balance.parked() + " events are parked; see GET /api/parked");
        }
        if (balance.oldestPendingSeconds() > LATE_SECONDS) {
            warnings.add("the oldest event has waited for " + balance.oldestPendingSeconds() + " s to be handled");
        }
        balance.numbers().stream()
                .map(Balance.OfNumber::silent)
                .filter(silent -> silent != null)
                .forEach(warnings::add);
        balance.unknown()
                .forEach(one ->
                        warnings.add(one.count() + " events came for a number that is not in config/numbers.yaml"));
        builder.up()
                .withDetail("received", balance.received())
                .withDetail("handled", balance.handled())
                .withDetail("parked", balance.parked())
                .withDetail("pending", balance.pending())
                .withDetail("oldestPendingSeconds", balance.oldestPendingSeconds())
                .withDetail("warnings", warnings);
    }
}
