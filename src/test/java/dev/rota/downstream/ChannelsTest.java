package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Cap;
import dev.rota.desk.Delivery;
import dev.rota.desk.Dispatch;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Reply;
import dev.rota.desk.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Caps and paces of downstreams, and what becomes of leases, with two engines on one database and a clock that the test moves. */
class ChannelsTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration STEP = Duration.ofMillis(20);

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(START);
    private final List<Leases> engines = List.of(leases(), leases());

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void over_two_engines_no_span_has_more_than_the_cap_and_none_is_wasted() {
        var cap = new Cap(40, Duration.ofSeconds(1));
        var taken = takeAll(500, new Channel("helpdesk", 100, Duration.ofDays(3), cap, null));

        assertThat(taken).hasSize(500);
        assertThat(mostWithin(cap.within(), taken)).isBetween(30, 40);
        var whole = Duration.between(taken.get(0), taken.get(499));
        assertThat(whole).isLessThan(Duration.ofSeconds(500 / (40 - 5) + 1));
    }

    @Test
    void without_a_cap_all_that_is_due_goes_at_once() {
        var taken = takeAll(500, new Channel("helpdesk", 1000, Duration.ofDays(3), null, null));
        assertThat(mostWithin(Duration.ofSeconds(1), taken)).isEqualTo(500);
    }

    @Test
    void over_two_engines_one_customer_gets_45_at_once_and_then_one_each_six_seconds_while_others_go_on() {
        var channel = new Channel("whatsapp.vendas", 16, Duration.ofHours(23), null, Pace.OF_A_PAIR);
        talk(1, 60);
        var taken = new ArrayList<Instant>();
        for (var step = 0; step < 1000 && taken.size() < 60; step++) {
            var dispatches = engines.get(step % 2).take(channel, 16);
            if (dispatches.isEmpty()) {
                clock.pass(Duration.ofMillis(200));
            }
            for (var dispatch : dispatches) {
                taken.add(clock.instant());
                jdbc.sql("UPDATE delivery SET state = 'done' WHERE id = ?")
                        .param(dispatch.delivery())
                        .update();
            }
            if (taken.size() == 45 && !dispatches.isEmpty()) {
                talk(2, 1);
                assertThat(engines.get(0).take(channel, 16))
                        .as("somebody else")
                        .singleElement()
                        .extracting(Dispatch::conversation)
                        .isEqualTo(2L);
                jdbc.sql("UPDATE delivery SET state = 'done' WHERE conversation = 2")
                        .update();
            }
        }

        assertThat(taken).hasSize(60);
        assertThat(mostWithin(Duration.ofSeconds(6), taken)).isEqualTo(45);
        assertThat(mostWithin(Duration.ofSeconds(60), taken)).isBetween(45, 45 + 10);
        assertThat(mostWithin(Duration.ofSeconds(12), taken.subList(46, 60))).isEqualTo(2);
    }

    @Test
    void what_a_dead_engine_was_bringing_is_brought_by_another_within_a_minute() {
        var channel = new Channel("helpdesk", 10, Duration.ofDays(3), null, null);
        PlainDownstream.store(jdbc, 3, START);
        var taken =
                engines.get(0).take(channel, 2).stream().map(Dispatch::delivery).toList();
        assertThat(engines.get(1).take(channel, 10)).as("what nobody has").hasSize(1);

        assertThat(Leases.LEASE).isLessThan(Duration.ofSeconds(60));
        clock.pass(Leases.LEASE.minusMillis(1));
        assertThat(engines.get(1).take(channel, 10)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(engines.get(1).take(channel, 10))
                .extracting(Dispatch::delivery)
                .containsAll(taken);
    }

    private Leases leases() {
        return new Leases(jdbc, new StoredCommands(JsonMapper.builder().build()), clock);
    }

    private List<Instant> takeAll(int deliveries, Channel channel) {
        PlainDownstream.store(jdbc, channel.downstream(), deliveries, START);
        engines.get(0).enrol(List.of(channel));
        var taken = new ArrayList<Instant>();
        for (var step = 0; step < 5000 && taken.size() < deliveries; step++) {
            for (var n = engines.get(step % 2).take(channel, channel.parallel()).size(); n > 0; n--) {
                taken.add(clock.instant());
            }
            clock.pass(STEP);
        }
        return taken;
    }

    private void talk(long conversation, int replies) {
        PlainDownstream.conversation(jdbc, conversation);
        var reply = new Reply("1", "vendas", "1", null, null, new Wording.Text("olá"));
        var body = new StoredCommands(JsonMapper.builder().build())
                .write(new Delivery("whatsapp.vendas", conversation, Delivery.Kind.REPLY, 1, reply));
        jdbc.sql(
                        "INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)"
                                + " SELECT 'whatsapp.vendas', :id, 'reply', n, :body, 'due', :at, :at FROM generate_series(1, :n) n")
                .param("id", conversation)
                .param("body", body)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("n", replies)
                .update();
    }

    /** The most that went out within any span of that length that begins with one of them. */
    private static int mostWithin(Duration span, List<Instant> sent) {
        return sent.stream()
                .mapToInt(first -> (int) sent.stream()
                        .filter(each -> !each.isBefore(first) && each.isBefore(first.plus(span)))
                        .count())
                .max()
                .orElse(0);
    }
}
