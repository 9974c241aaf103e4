package dev.rota.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that stores events: whatever came while the last commit ran goes into the next. */
final class Writer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private static final int GROUP_EVENTS = 1000;
    private static final long GROUP_BYTES = 4L << 20;

    /** How long after a failure a commit of unknown outcome may still turn up. */
    private static final Duration DOUBT = Duration.ofMinutes(1);

    private final Intake intake;
    private final OwnConnection connection;
    private final AppendStatement statement;
    private final Membership membership;
    private final Lanes lanes;
    private final Pace pace;
    private final ExecutorService answers = Executors.newSingleThreadExecutor(Daemons.named("journal-answers"));
    private volatile List<Submission> inWork = List.of();
    private long doubtUntil = System.nanoTime();

    Writer(
            Intake intake,
            OwnConnection connection,
            AppendStatement statement,
            Membership membership,
            Lanes lanes,
            Pace pace) {
        this.intake = intake;
        this.connection = connection;
        this.statement = statement;
        this.membership = membership;
        this.lanes = lanes;
        this.pace = pace;
    }

    @Override
    public void run() {
        try {
            for (var group = next(); !group.isEmpty(); group = next()) {
                inWork = group;
                write(group);
                inWork = List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            answers.shutdown();
        }
    }

    private List<Submission> next() throws InterruptedException {
        return intake.take(GROUP_EVENTS, GROUP_BYTES);
    }

    /** What is being written at this moment. */
    List<Submission> inWork() {
        return inWork;
    }

    private void write(List<Submission> submissions) {
        var group = Group.of(submissions);
        try {
            store(group);
            pace.note(submissions.size(), System.nanoTime() - submissions.get(0).since());
            answer(submissions, null);
        } catch (SQLException | RuntimeException e) {
            if (group.events().size() > 1 && Trouble.of(e) == Trouble.LASTING && !(e instanceof JournalException)) {
                submissions.forEach(this::writeEach);
                return;
            }
            answer(submissions, notStored(group, e));
        }
    }

    private void answer(List<Submission> submissions, @Nullable JournalException reason) {
        answers.execute(() -> submissions.forEach(submission -> submission.end(reason)));
    }

    /** One bad event must not fail its neighbours. */
    private void writeEach(Submission submission) {
        @Nullable JournalException reason = null;
        for (var event : submission.events()) {
            var single = Group.of(event);
            try {
                store(single);
            } catch (SQLException | RuntimeException e) {
                reason = notStored(single, e);
            }
        }
        answer(List.of(submission), reason);
    }

    private void store(Group group) throws SQLException {
        var stored = statement.execute(connection.get(), membership.token(), group);
        lanes.stored(stored);
        if (doubtUntil - System.nanoTime() > 0) {
            lanes.missed(stored.seen());
        }
    }

    private JournalException notStored(Group group, Exception cause) {
        if (cause instanceof JournalException known) {
            return known;
        }
        if (Trouble.of(cause) == Trouble.PASSING) {
            connection.close();
            doubtUntil = System.nanoTime() + DOUBT.toNanos();
            lanes.missed(group.events());
        }
        var sentence = "journal: events could not be stored (" + Trouble.describe(cause) + ")";
        log.warn(sentence);
        return new JournalException(sentence, cause);
    }
}
