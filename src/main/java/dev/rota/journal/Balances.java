package dev.rota.journal;

import dev.rota.desk.Company;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Draws the balance: at once for who asks, now and then for who watches. */
public final class Balances {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<LedgerFigures> figures;
    private final Supplier<Company> company;
    private final Clock clock;
    private final Duration silentAfter;
    private volatile Drawn last;

    public Balances(Supplier<LedgerFigures> figures, Supplier<Company> company, Clock clock, Duration silentAfter) {
        this.figures = figures;
        this.company = company;
        this.clock = clock;
        this.silentAfter = silentAfter;
        this.last =
                new Drawn(new LedgerFigures(0, 0, 0, 0, 0, java.util.List.of()), System.nanoTime() - FRESH.toNanos());
    }

    /** The balance of this moment. */
    public Balance now() {
        return balance(figures.get());
    }

    /** The balance of some seconds ago at most, however many ask. */
    public Balance recent() {
        return balance(recentFigures());
    }

    private synchronized LedgerFigures recentFigures() {
        if (System.nanoTime() - last.at() >= FRESH.toNanos()) {
            last = new Drawn(figures.get(), System.nanoTime());
        }
        return last.figures();
    }

    private Balance balance(LedgerFigures drawn) {
        return Balance.of(drawn, company.get(), clock.instant(), silentAfter);
    }

    private record Drawn(LedgerFigures figures, long at) {}
}
