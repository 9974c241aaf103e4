package dev.rota.conversation;

import dev.rota.desk.Company;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What makes switchovers, for people and when their time has come. */
record SwitchoverParts(Switchovers switchovers, DueSwitchovers due) {

    static SwitchoverParts of(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Exceptions exceptions,
            Rulings rulings,
            QueueLocks locks,
            Loads loads,
            PauseTable pauses,
            Restoration restoration,
            Turns turns,
            Changes changes,
            Aftermath aftermath,
            Clock clock) {
        Supplier<Company> company = () -> exceptions.get().company();
        var table = new SwitchoverTable(jdbc);
        var snapshots = new Snapshots(jdbc, exceptions, rulings, locks, loads, pauses);
        var kept = new KeptConversations(jdbc, company);
        var briefs = new Briefs(jdbc);
        var items = new SwitchoverItems(jdbc);
        var run = new SwitchoverRun(rulings, changes, kept, aftermath, turns, briefs, items);
        var due = new DueSwitchovers(transaction, company, table, snapshots, run, kept, exceptions, clock);
        var switchovers = new GuardedSwitchovers(
                transaction,
                company,
                table,
                new SwitchoverQuery(jdbc, company, snapshots, briefs, items, clock),
                new SwitchoverUndo(jdbc, restoration, kept, run),
                due,
                exceptions,
                clock);
        return new SwitchoverParts(switchovers, due);
    }
}
