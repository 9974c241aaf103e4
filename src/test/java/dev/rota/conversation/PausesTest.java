package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queues that are paused, on two engines; on Tuesday morning Bia and Caio sell until 14:00. */
class PausesTest {

    private static final String MARIA = "5511900000001";
    private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00-03:00");
    private static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("sales"));

    private final HikariDataSource source = TestDatabase.fresh();
    private final Desk desk = new Desk(source);
    private final Desk other = new Desk(source);

    @AfterEach
    void close() {
        desk.close();
        other.close();
    }

    @Test
    void a_paused_queue_hands_out_nothing_on_any_engine_and_each_conversation_says_why() {
        put("sales");
        assertThat(other.pauses.inForce(OTTO)).containsOnly(Map.entry("sales", ELEVEN));

        other.hear(MARIA, "quero um plano", "sales");
        other.drainer.drainAll();

        assertThat(desk.state(desk.conversationOf(MARIA))).isEqualTo("waiting sales - 1");
        assertThat(desk.waitingReasons())
                .containsExactly("queue sales is paused until 24/11 11:00 by otto: the tariff is wrong");
    }

    @Test
    void what_waited_before_says_why_from_then_on() {
        fill();
        desk.hear(MARIA, "quero um plano", "sales");
        assertThat(desk.waitingReasons()).containsExactly("all 2 on shift are full");

        put("sales");

        assertThat(desk.waitingReasons().get(0)).startsWith("queue sales is paused until 24/11 11:00");
    }

    @Test
    void other_queues_go_on_and_whoever_takes_by_hand_still_may() {
        put("sales");
        desk.hear(MARIA, "quero um plano", "sales");
        desk.hear("5511900000002", "caiu", "support");

        assertThat(desk.state(desk.conversationOf("5511900000002"))).startsWith("in_progress support");
        desk.commands.claim(desk.conversationOf(MARIA), 1, desk.agent("bia"));
        assertThat(desk.state(desk.conversationOf(MARIA))).isEqualTo("in_progress sales bia 2");
    }

    @Test
    void its_end_hands_out_at_once_and_its_time_within_the_look_of_each_second() {
        var pause = put("sales");
        desk.hear(MARIA, "quero um plano", "sales");

        var over = other.pauses.end(Objects.requireNonNull(pause.id()), OTTO);

        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress sales");
        assertThat(over.state() + " " + over.endedBy()).isEqualTo("over otto");

        put("sales");
        desk.hear("5511900000003", "quero um plano", "sales");
        desk.clock.set(ELEVEN);
        desk.drainer.drainAll();
        assertThat(desk.state(desk.conversationOf("5511900000003"))).startsWith("in_progress sales");
        assertThat(desk.pauses.list(OTTO)).extracting(StandingPause::state).containsExactly("over", "over");
    }

    @Test
    void once_it_is_put_nothing_is_handed_out_any_more_by_whoever_is_in_the_middle_of_it() {
        var inTheMiddle = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        other.beforeTelling = () -> {
            inTheMiddle.complete(null);
            goOn.join();
        };
        var coming = CompletableFuture.runAsync(() -> other.hear(MARIA, "quero um plano", "sales"));
        inTheMiddle.join();

        var pause = CompletableFuture.supplyAsync(() -> put("sales"));
        try {
            Blocked.awaitOne(desk);
            assertThat(pause).isNotDone();
        } finally {
            goOn.complete(null);
        }

        pause.join();
        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress sales");
        coming.join();
    }

    @Test
    void of_two_who_pause_it_at_once_the_later_hears_of_the_other() {
        for (var round = 0; round < 20; round++) {
            var both = Stream.of(desk, other)
                    .map(one -> CompletableFuture.supplyAsync(
                            () -> one.pauses.put(wanted("sales", ELEVEN, "the tariff is wrong"), OTTO)))
                    .toList();

            assertThat(both)
                    .filteredOn(
                            one -> one.handle((pause, fault) -> fault != null).join())
                    .hasSize(1);
            desk.pauses.list(OTTO).stream()
                    .filter(pause -> pause.state().equals("in_force"))
                    .forEach(pause -> desk.pauses.end(Objects.requireNonNull(pause.id()), OTTO));
        }
    }

    @Test
    void a_proposal_says_what_it_keeps_from_happening_and_does_nothing() {
        fill();
        desk.hear(MARIA, "quero um plano", "sales");

        var proposed = desk.pauses.propose(wanted("sales", ELEVEN, "the tariff is wrong"), OTTO);

        assertThat(proposed.effect()).isEqualTo(new StandingPause.Effect(1, 2, 0, ELEVEN));
        assertThat(desk.pauses.of("sales", OTTO)).isEmpty();
        assertThat(desk.pauses.inForce(OTTO)).isEmpty();
        assertThat(desk.count("SELECT count(*) FROM pause")).isZero();
    }

    @Test
    void a_pause_over_the_closing_hour_ends_with_the_next_opening() {
        var evening = Instant.parse("2026-11-24T23:00:00-03:00");

        var proposed = desk.pauses.propose(wanted("sales", evening, "stocktaking"), OTTO);

        assertThat(Objects.requireNonNull(proposed.effect()).opensAt())
                .isEqualTo(Instant.parse("2026-11-25T08:00:00-03:00"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> desk.pauses.put(wanted("sales", null, " "), OTTO))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("the end is missing; a pause ends by itself; the reason is missing; expected why, in a"
                        + " sentence");
        assertThatThrownBy(() -> desk.pauses.put(wanted("sales", ELEVEN.plus(Duration.ofDays(8)), "x"), OTTO))
                .hasMessageContaining(
                        "is more than 7 days away; what is to last longer belongs into the queue's hours");
        put("sales");
        assertThatThrownBy(() -> put("sales"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("queue sales is paused by otto until 2026-11-24T14:00:00Z already; end that pause first");
    }

    @Test
    void who_serves_the_queue_pauses_it_by_their_role_and_others_do_not_know_it() {
        assertThatThrownBy(() -> desk.pauses.put(wanted("sales", ELEVEN, "x"), desk.agent("bia")))
                .isInstanceOf(Refusal.Forbidden.class);
        var foreigner = new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("support"));
        assertThatThrownBy(() -> desk.pauses.put(wanted("sales", ELEVEN, "x"), foreigner))
                .isInstanceOf(Refusal.NotFound.class)
                .hasMessage("there is no queue 'sales'");
        var id = Objects.requireNonNull(put("sales").id());
        assertThatThrownBy(() -> desk.pauses.end(id, foreigner)).isInstanceOf(Refusal.NotFound.class);
        assertThat(desk.pauses.list(foreigner)).isEmpty();
        assertThat(desk.pauses.inForce(foreigner)).isEmpty();
        assertThat(desk.pauses.of("sales", foreigner)).isEmpty();
        assertThat(desk.pauses.of("sales", desk.agent("bia"))).isPresent();
        desk.pauses.end(id, desk.admin());
        assertThatThrownBy(() -> desk.pauses.end(id, OTTO)).isInstanceOf(Refusal.Invalid.class);
    }

    private StandingPause put(String queue) {
        return desk.pauses.put(wanted(queue, ELEVEN, "the tariff is wrong"), OTTO);
    }

    private static Pauses.Wanted wanted(String queue, @Nullable Instant until, String reason) {
        return new Pauses.Wanted(queue, until, reason);
    }

    /** Nobody who sells has a place left. */
    private void fill() {
        for (var n = 0; desk.waitingReasons().isEmpty(); n++) {
            desk.hear("551190001%04d".formatted(n), "quero um plano", "sales");
        }
        desk.commands.close(desk.count("SELECT id FROM conversation WHERE status = 'waiting'"), 1, desk.admin());
    }
}
