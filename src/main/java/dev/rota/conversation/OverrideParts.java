package dev.rota.conversation;

import dev.rota.desk.FactCheck;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What makes overrides, for people and when their time has come. */
record OverrideParts(RoutingOverrides overrides, DueOverrides due) {

    static OverrideParts of(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Exceptions exceptions,
            FactCheck facts,
            Redecisions redecisions,
            Clock clock) {
        var table = new OverrideTable(jdbc);
        var reach = new OverrideReach(jdbc);
        var marks = new OverrideMarks(jdbc);
        var due = new DueOverrides(transaction, exceptions, table, marks, reach, redecisions, clock);
        var query = new OverrideQuery(jdbc, () -> exceptions.get().company());
        return new OverrideParts(new GuardedOverrides(exceptions, facts, table, reach, query, due, clock), due);
    }
}
