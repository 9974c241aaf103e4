package dev.rota.api;

import dev.rota.journal.Balance;
import dev.rota.journal.Balances;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The balance of all events: received = handled + parked + pending. */
@RestController
class LedgerApi {

    private final Balances balances;

    LedgerApi(Balances balances) {
        this.balances = balances;
    }

    @GetMapping("/api/ledger")
    Balance balance() {
        return balances.now();
    }
}
