package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Two thousand customers who write once each, or as many as there is time for, and what must be true of them whatever
 * was killed or edited meanwhile.
 */
final class Storm implements AutoCloseable {

    static final int LETTERS = 2000;

    /** A delivery that an engine died with is brought again a minute later. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ground ground;
    private final Helpdesk helpdesk;
    private final Sender sender;
    private int count = LETTERS;

    Storm(Ground ground, Helpdesk helpdesk, URI... doors) {
        this.ground = ground;
        this.helpdesk = helpdesk;
        this.sender = new Sender(doors);
    }

    void begin() {
        sender.send(IntStream.range(0, LETTERS).mapToObj(letters()).toList());
    }

    /** Begins one that lasts until it is ended. */
    void beginToLast() {
        sender.send(letters());
    }

    /** Ends one that lasts. */
    void end() {
        count = sender.enough();
    }

    /** How many customers write. */
    int count() {
        return count;
    }

    private IntFunction<Letter> letters() {
        var numbers = List.of(ground.number("vendas"), ground.number("suporte"));
        return n -> Letter.of(n, numbers.get(n % numbers.size()));
    }

    /** Waits for the middle of it: so many are acknowledged, and more are on their way. */
    void awaitAcknowledged(int least) {
        await(least + " messages are acknowledged")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> sender.acknowledged().size() >= least);
    }

    /** Waits until everything is acknowledged and worked off, and compares it with what was promised. */
    void assertNothingLostAndNothingTwice() {
        awaitAcknowledged(count);
        await("everything is worked off")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions() // the database may be on its way back
                .until(() -> truth().quiet());
        var truth = truth();
        var shelf = helpdesk.shelf();
        System.out.printf(
                "%s: %d messages, %d webhooks sent, %d came again; %d tickets, %d requests, %d came again%n",
                ground.folder().getFileName(),
                sender.acknowledged().size(),
                sender.requests(),
                truth.figure("duplicate"),
                shelf.conversations().size(),
                shelf.requests(),
                shelf.repeats());
        assertThat(truth.faults(sender.acknowledged(), shelf.conversations(), ground.room()))
                .isEmpty();
        assertThat(shelf.conversations()).hasSize(count).doesNotHaveDuplicates();
        assertThat(truth.count("message")).isEqualTo(count);
        assertThat(truth.count("conversation")).isEqualTo(count);
        assertThat(truth.figure("received")).isEqualTo(count);
        assertThat(truth.figure("handled")).isEqualTo(count);
        assertThat(truth.count("parked")).isZero();
        assertThat(new Logs(ground.folder()).leaks(Letter.CANARIES)).isEmpty();
    }

    private Truth truth() {
        return Truth.in(ground.data());
    }

    @Override
    public void close() {
        sender.close();
    }
}
