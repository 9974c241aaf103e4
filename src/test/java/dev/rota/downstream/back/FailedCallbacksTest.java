package dev.rota.downstream.back;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Back;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Sent;
import dev.rota.desk.WayBack;
import dev.rota.downstream.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of calls that failed, and the sentence that says whose they were and what helps. */
class FailedCallbacksTest {

    private static final String FILE = "; correct routes/downstream/hubspot-back.kamelet.yaml";

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final Callbacks callbacks =
            new Callbacks(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), clock, () -> {});
    private final FailedCallbacks failed = new FailedCallbacks(callbacks, () -> ExampleCompany.with(desk()), clock);

    @BeforeEach
    void start() {
        callbacks.start();
    }

    @AfterEach
    void close() {
        callbacks.close();
        source.close();
    }

    static Stream<Arguments> hopeless() {
        return Stream.of(
                Arguments.of(new NotNews("news has no text"), "desk told what can't be read: news has no text" + FILE),
                Arguments.of(
                        new JsonParseException(null, "Unexpected '+55 11 98765-4321'"),
                        "desk told what can't be read: JsonParseException" + FILE),
                Arguments.of(
                        new Undelivered(new Refused("answered 403 to 'find': check its token")),
                        "desk answered 403 to 'find': check its token"),
                Arguments.of(
                        new Undelivered(new Ambiguous("did not answer 'create' in time")),
                        "desk did not answer 'create' in time"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void what_fails_the_same_way_every_time_is_parked_with_whose_it_is_and_what_helps(
            Exception failure, String sentence) {
        var callback = heard();

        failed.end(callback, new CompletionException(failure));

        assertThat(state()).isEqualTo("parked");
        assertThat(reason()).isEqualTo(sentence + "; then POST /api/callbacks/" + callback.id() + "/replay");
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(new Retry("can't be reached", null), 2, "desk can't be reached"),
                Arguments.of(new Closed("answered 429", Duration.ofSeconds(10)), 10, "desk answered 429"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_can_t_be_asked_now_is_asked_when_the_helpdesk_says_and_parked_after_three_days(
            DeliveryOutcome outcome, int seconds, String sentence) {
        failed.end(heard(), new Undelivered(outcome));

        assertThat(reason()).isEqualTo(sentence);
        clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(callbacks.take("desk")).isEmpty();
        clock.pass(Duration.ofDays(3));
        failed.end(callbacks.take("desk").orElseThrow(), new Undelivered(outcome));
        assertThat(state()).isEqualTo("parked");
        assertThat(reason()).startsWith(sentence + "; then POST /api/callbacks/");
    }

    @Test
    void what_nobody_foresaw_is_tried_eight_times() {
        var failure = new IllegalStateException("+55 11 98765-4321");
        var callback = heard();
        for (var attempt = 1; attempt < 8; attempt++) {
            failed.end(callback, failure);
            assertThat(state()).isEqualTo("due");
            clock.pass(Duration.ofMinutes(5));
            callback = callbacks.take("desk").orElseThrow();
        }
        failed.end(callback, failure);

        assertThat(state()).isEqualTo("parked");
        assertThat(reason()).startsWith("desk told what can't be read: it failed with IllegalStateException" + FILE);
    }

    private Callback heard() {
        callbacks
                .keep(new SignedCall("desk", "{}".getBytes(UTF_8), clock.instant(), null))
                .join();
        return callbacks.take("desk").orElseThrow();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM callback").query(String.class).single();
    }

    private String reason() {
        return jdbc.sql("SELECT reason FROM callback").query(String.class).single();
    }

    private static Downstream desk() {
        return new Downstream(
                "desk",
                "hubspot-ticket-action",
                Map.of(),
                8,
                null,
                Duration.ofDays(3),
                false,
                EnumSet.allOf(Sent.class),
                false,
                new Back(new WayBack("hubspot-back", Map.of(), null), null, Set.of("reply")));
    }
}
