package dev.rota.journal;

import dev.rota.desk.Completion;
import dev.rota.desk.Gathering;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of one engine's journal, put together. */
record Engine(
        Journal journal,
        Lanes lanes,
        Completion completion,
        Gathering gathering,
        Ledger ledger,
        Parked parked,
        Partitions partitions) {

    static Engine of(
            String name, DataSource database, PlatformTransactionManager transactions, Clock clock, int workers) {
        var jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(transactions);
        var table = new LaneTable();
        var membership = new Membership(new Registry(name, jdbc, transaction), table);
        var pending = new Pending(name, membership::token, new JdbcTemplate(database));
        var pace = Pace.ofThisMachine();
        var lanes = new Lanes(table, membership, new Attempts(pending, transaction), new Backlog(jdbc), pace, workers);
        var intake = new Intake(Journal.QUEUED_EVENTS, Journal.QUEUED_BYTES);
        var connection = new OwnConnection(database, Duration.ofSeconds(2));
        var writer = new Writer(intake, connection, new AppendStatement(name), membership, lanes, pace);
        return new Engine(
                new Journal(intake, writer, membership),
                lanes,
                pending,
                pace,
                new Ledger(jdbc),
                new Parked(name, jdbc),
                new Partitions(jdbc, clock));
    }

    void start() {
        partitions.start();
        journal.start();
    }

    void stop() {
        lanes.stop(Duration.ofSeconds(20));
        journal.stop();
        partitions.stop();
    }
}
