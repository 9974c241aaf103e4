package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Brief;
import dev.rota.desk.Delivery;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SwitchoverTest {

    private static final ShiftEnd HAND_OVER = new ShiftEnd.HandOver();
    private static final ShiftEnd RETURN = new ShiftEnd.Return();

    @Test
    void what_was_rehearsed_is_what_is_done() {
        try (var evening = new Evening(HAND_OVER)) {
            evening.talks(11);
            evening.desk.hear("5511911111111", "outage", "billing");
            var rehearsed = evening.desk.switchovers.rehearse(Evening.EDGE, "plantao", evening.desk.admin());

            evening.strike();

            assertThat(evening.lines(rehearsed)).hasSize(12).isEqualTo(evening.lines(evening.made()));
        }
    }

    @Test
    void conversations_are_handed_over_in_one_step_and_the_helpdesk_hears_of_it() {
        try (var evening = new Evening(HAND_OVER)) {
            var talk = evening.talk("5511900000001", "olá");
            assertThat(evening.desk.state(talk)).matches("in_progress support (davi|eva|zeca) 2");

            evening.strike();

            assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 3");
            assertThat(evening.desk.tickets(talk))
                    .containsExactly(talk + ":ticket:2 in_progress", talk + ":ticket:3 in_progress");
            assertThat(evening.desk.count("SELECT open FROM agent_load WHERE agent = 'rui'"))
                    .isEqualTo(1);
            assertThat(evening.desk.count("SELECT count(*) FROM feed WHERE conversation = " + talk))
                    .isEqualTo(2);
        }
    }

    @Test
    void what_the_night_has_no_room_for_waits_and_says_why() {
        try (var evening = new Evening(HAND_OVER)) {
            var talks = evening.talks(10);
            evening.strike();

            var owned = talks.stream()
                    .map(evening.desk::state)
                    .filter(state -> state.contains("rui"))
                    .toList();
            assertThat(owned).hasSize(8);
            assertThat(evening.moves())
                    .filteredOn(line -> line.owner() == null)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.why())
                            .contains("rui, alone on shift, has 8 of 8 conversations; it waits in queue support"));
        }
    }

    @Test
    void however_many_engines_look_a_switchover_is_made_once() {
        try (var evening = new Evening(HAND_OVER)) {
            var talk = evening.talk("5511900000001", "olá");
            evening.desk.clock.set(Evening.EDGE);
            var pool = Executors.newFixedThreadPool(4);
            var looks = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.runAsync(evening.desk.due::make, pool))
                    .toList();
            looks.forEach(CompletableFuture::join);
            pool.shutdown();

            assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 3");
            assertThat(evening.desk.count("SELECT count(*) FROM switchover WHERE at = '2026-11-25T01:00:00Z'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_nobody_was_there_to_make_is_made_once_when_an_engine_comes_back() {
        try (var evening = new Evening(HAND_OVER)) {
            var talk = evening.talk("5511900000001", "olá");
            evening.desk.clock.set(Evening.MORNING.plus(Duration.ofHours(1)));

            evening.desk.due.make();
            evening.desk.due.make();

            assertThat(evening.desk.state(talk)).matches("in_progress support (ana|ivo|zeca) 3");
            assertThat(evening.desk
                            .jdbc
                            .sql("SELECT calendar || ' ' || coalesce(ending, '-') || ' ' || coalesce(beginning, '-')"
                                    + " FROM switchover ORDER BY at")
                            .query(String.class)
                            .list())
                    .containsExactly("plantao afternoon night", "plantao night morning");
        }
    }

    @Test
    void a_first_start_makes_nothing_of_the_past() {
        try (var evening = new Evening(HAND_OVER)) {
            assertThat(evening.desk.count("SELECT count(*) FROM switchover")).isZero();
        }
    }

    @Test
    void an_owner_keeps_it_for_a_time_and_then_it_waits() {
        try (var evening = new Evening(new ShiftEnd.KeepFor(Duration.ofMinutes(15)))) {
            var talk = evening.talk("5511900000001", "olá");
            evening.strike();
            assertThat(evening.desk.state(talk)).endsWith(" 2");

            evening.desk.pass(Duration.ofMinutes(14));
            evening.desk.due.returnKept();
            assertThat(evening.desk.state(talk)).endsWith(" 2");

            evening.desk.pass(Duration.ofMinutes(1));
            evening.desk.due.returnKept();
            assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 4");
            assertThat(evening.desk.count("SELECT count(*) FROM kept_conversation"))
                    .isZero();
        }
    }

    @Test
    void a_kept_one_that_somebody_has_taken_since_is_left_alone() {
        try (var evening = new Evening(new ShiftEnd.KeepFor(Duration.ofMinutes(15)))) {
            var talk = evening.talk("5511900000001", "olá");
            evening.strike();
            evening.desk.commands.assign(talk, 2, "rui", null, evening.desk.admin());

            evening.desk.pass(Duration.ofHours(1));
            evening.desk.due.returnKept();

            assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 3");
        }
    }

    @Test
    void what_goes_back_is_handed_out_at_once_by_age_and_urgency() {
        try (var evening = new Evening(RETURN)) {
            var talk = evening.talk("5511900000001", "olá");
            evening.strike();

            assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 4");
            assertThat(evening.desk.whole(talk).changes())
                    .extracting(Whole.Change::what)
                    .containsExactly("opened", "assigned", "returned", "assigned");
        }
    }

    @Test
    void rules_run_again_for_what_waits_and_for_what_goes_back() {
        try (var evening = new Evening(RETURN)) {
            var back = evening.talk("5511900000001", "outage here");
            evening.desk.hear("5511900000002", "an outage", "billing");
            var waiting = evening.desk.conversationOf("5511900000002");
            assertThat(evening.desk.state(waiting)).isEqualTo("waiting billing - 1");

            evening.strike();

            assertThat(evening.desk.state(back)).isEqualTo("in_progress on-call rui 4");
            assertThat(evening.desk.state(waiting)).isEqualTo("in_progress on-call rui 3");
            assertThat(evening.desk.whole(waiting).decisions())
                    .extracting(Explanation.Decision::queue)
                    .containsExactly("billing", "on-call");
        }
    }

    @Test
    void a_run_that_fails_changes_nothing_and_is_made_again() {
        try (var evening = new Evening(HAND_OVER)) {
            var talks = evening.talks(5);
            var before = talks.stream().map(evening.desk::state).toList();
            evening.desk.beforeTelling = () -> {
                throw new IllegalStateException("the outbox is full");
            };
            evening.desk.clock.set(Evening.EDGE);

            assertThatThrownBy(evening.desk.due::make).hasMessage("the outbox is full");
            assertThat(talks.stream().map(evening.desk::state).toList()).isEqualTo(before);
            assertThat(evening.desk.count("SELECT count(*) FROM switchover")).isZero();

            evening.desk.beforeTelling = () -> {};
            evening.desk.due.make();
            assertThat(talks)
                    .allSatisfy(talk -> assertThat(evening.desk.state(talk)).contains("rui"));
        }
    }

    @Test
    void who_takes_over_is_told_what_the_customer_asked_and_since_when_they_wait() {
        try (var evening = new Evening(HAND_OVER)) {
            var talk = evening.talk("5511900000001", "caiu minha fibra?");
            evening.strike();

            var brief = evening.moves().get(0).brief();
            var asked = Evening.EDGE.minus(Duration.ofMinutes(10));
            assertThat(brief).isEqualTo(new Brief("caiu minha fibra?", asked, asked, asked.plus(Duration.ofHours(24))));
            assertThat(evening.desk.whole(talk).brief()).isEqualTo(brief);
            assertThat(briefsTold(evening)).containsExactly(Optional.empty(), Optional.of(brief));
        }
    }

    @Test
    void and_the_helpdesk_is_told_of_it_with_the_owner_also_when_it_was_kept_for_a_time() {
        try (var evening = new Evening(new ShiftEnd.KeepFor(Duration.ofMinutes(15)))) {
            evening.talk("5511900000001", "caiu minha fibra?");
            evening.strike();
            evening.desk.pass(Duration.ofMinutes(15));
            evening.desk.due.returnKept();

            var asked = Evening.EDGE.minus(Duration.ofMinutes(10));
            assertThat(briefsTold(evening))
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(
                                    new Brief("caiu minha fibra?", asked, asked, asked.plus(Duration.ofHours(24)))));
        }
    }

    /** What the helpdesk was told with each ticket. */
    private static List<Optional<Brief>> briefsTold(Evening evening) {
        return evening.desk.told.stream()
                .filter(told -> told.kind() == Delivery.Kind.TICKET)
                .map(told -> Optional.ofNullable(((Ticket) told.body()).brief()))
                .toList();
    }

    @Test
    void whoever_did_not_know_of_it_yet_is_corrected_in_the_next_second() {
        try (var evening = new Evening(HAND_OVER)) {
            evening.strike();
            evening.desk.clock.set(Evening.EDGE.minusSeconds(3));
            var late = evening.talk("5511900000001", "olá");
            assertThat(evening.desk.state(late)).matches("in_progress support (davi|eva|zeca) 2");

            evening.desk.clock.set(Evening.EDGE.plusSeconds(2));
            evening.desk.due.takeUp();

            assertThat(evening.desk.state(late)).isEqualTo("in_progress support rui 3");
            assertThat(evening.moves()).hasSize(1);
        }
    }

    @Test
    void nobody_sees_two_owners_or_none_while_conversations_change_hands() throws Exception {
        try (var evening = new Evening(HAND_OVER);
                var sampler = new OwnerSampler(evening.desk)) {
            evening.talks(8);
            sampler.start();
            for (var day = 0; day < 6; day++) {
                evening.desk.pass(Duration.ofHours(8));
                evening.desk.due.make();
            }
            assertThat(sampler.stop()).isEmpty();
        }
    }

    @Test
    void the_sampler_would_notice() throws Exception {
        try (var evening = new Evening(HAND_OVER);
                var sampler = new OwnerSampler(evening.desk)) {
            evening.talks(1);
            sampler.start();
            evening.desk.jdbc.sql("UPDATE assignment SET to_at = now()").update();
            sampler.awaitSample();
            assertThat(sampler.stop()).isNotEmpty();
        }
    }
}
