package dev.rota.panel;

import dev.rota.conversation.Floor.Scope;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.journal.Balance;
import org.jspecify.annotations.Nullable;

/** What came in and is neither handled, nor parked, nor pending: nothing, unless something is wrong. */
record FloorIntake(Balance balance, Company company, Viewer viewer) {

    /** Of the numbers that the viewer may see; who sees all also counts what came for no number of the files. */
    long missing(Scope scope) {
        if (whole(scope)) {
            return balance.received() - balance.handled() - balance.parked() - balance.pending();
        }
        return balance.numbers().stream()
                .filter(one -> counts(one.number(), scope))
                .mapToLong(one -> one.received() - one.handled() - one.parked() - one.pending())
                .sum();
    }

    /** How many seconds the oldest event is waiting to be handled, 0 when none is. */
    long oldest(Scope scope) {
        if (whole(scope)) {
            return balance.oldestPendingSeconds();
        }
        return balance.numbers().stream()
                .filter(one -> counts(one.number(), scope))
                .mapToLong(Balance.OfNumber::oldestPendingSeconds)
                .max()
                .orElse(0);
    }

    private boolean whole(Scope scope) {
        return viewer.role().seesAll() && scope.equals(Scope.ALL);
    }

    private boolean counts(@Nullable String name, Scope scope) {
        var number = name == null ? null : company.numbers().get(name);
        if (number == null || (scope.number() != null && !scope.number().equals(name))) {
            return false;
        }
        if (scope.team() != null) {
            return number.teams().contains(scope.team());
        }
        return viewer.role().seesAll() || number.teams().stream().anyMatch(viewer.teams()::contains);
    }
}
