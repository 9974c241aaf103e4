package dev.rota.api;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.journal.LedgerFigures;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The balance of all events: received = handled + parked + pending. */
@RestController
class LedgerApi {

    private final Supplier<LedgerFigures> figures;
    private final Supplier<Company> company;

    LedgerApi(Supplier<LedgerFigures> figures, Supplier<Company> company) {
        this.figures = figures;
        this.company = company;
    }

    @GetMapping("/api/ledger")
    Balance balance() {
        var all = figures.get();
        var numbers = all.numbers().stream().map(this::named).toList();
        return new Balance(
                all.received(), all.handled(), all.parked(), all.pending(), all.oldestPendingSeconds(), numbers);
    }

    private OfNumber named(LedgerFigures.OfNumber one) {
        var name = company.get().numberById(one.number()).map(Number::name).orElse(one.number());
        return new OfNumber(
                name.isEmpty() ? null : name,
                one.received(),
                one.duplicate(),
                one.handled(),
                one.parked(),
                one.pending());
    }

    /**
     * The balance.
     *
     * @param oldestPendingSeconds the age of the oldest event that is still to be handled, 0 when there is none
     */
    record Balance(
            long received,
            long handled,
            long parked,
            long pending,
            long oldestPendingSeconds,
            List<OfNumber> numbers) {}

    /**
     * The balance of one number.
     *
     * @param number its name, its id when no file names it; null for events that came for no number
     * @param duplicates how often an event came again; not among the received
     */
    record OfNumber(@Nullable String number, long received, long duplicates, long handled, long parked, long pending) {}
}
