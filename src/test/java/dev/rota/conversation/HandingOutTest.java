package dev.rota.conversation;

import static dev.rota.conversation.Companies.by;
import static dev.rota.conversation.Companies.handingOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Handout;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets what waits, and when; on Tuesday morning Ana, Ivo and Zeca serve the queue for support. */
class HandingOutTest {

    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_queue_that_goes_round_gives_to_each_in_turn_whatever_they_have() {
        use(by(Strategy.ROUND_ROBIN));
        var owners = IntStream.range(0, 6)
                .mapToObj(n -> ownerOf(arrive("551190000000" + n)))
                .toList();

        assertThat(owners.subList(0, 3)).containsExactlyInAnyOrder("ana", "ivo", "zeca");
        assertThat(owners.subList(3, 6)).isEqualTo(owners.subList(0, 3));
    }

    @Test
    void what_nobody_can_take_at_the_head_holds_up_nothing_behind_it() {
        use(ladder());
        IntStream.range(0, 5).forEach(n -> assertThat(ownerOf(arrive("551190000010" + n, "mobile")))
                .isEqualTo("ivo"));
        IntStream.range(0, 9).forEach(n -> arrive("551190000020" + n, "mobile"));

        assertThat(desk.waitingReasons())
                .hasSize(9)
                .containsOnly("waits up to 3m for skill mobile: ivo has 5 of 5 conversations");
        assertThat(ownerOf(arrive("5511900000999"))).isIn("ana", "zeca");
    }

    @Test
    void a_ladder_widens_with_time_and_the_look_each_second_sees_it() {
        use(ladder());
        IntStream.range(0, 6).forEach(n -> arrive("551190000010" + n, "mobile"));
        var sixth = desk.conversationOf("5511900000105");
        assertThat(ownerOf(sixth)).isNull();

        desk.pass(Duration.ofMinutes(3));
        desk.drainer.drainAll();

        assertThat(ownerOf(sixth)).isIn("ana", "zeca");
    }

    @Test
    void whoever_had_the_customer_last_is_given_the_next_conversation_too() {
        use(new Handout(
                Strategy.LEAST_LOADED,
                List.of(SkillStep.ANYBODY),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                null,
                null));
        var first = arrive("5511900000001");
        var owner = ownerOf(first);
        desk.commands.close(first, desk.epoch(first), desk.admin());
        IntStream.range(0, 6).forEach(n -> arrive("551190000010" + n));
        desk.pass(Duration.ofDays(2).plusHours(1));
        desk.clock.set(Desk.TUESDAY_MORNING.plus(Duration.ofDays(2)));

        var second = arrive("5511900000001");

        assertThat(second).isNotEqualTo(first);
        assertThat(ownerOf(second)).isEqualTo(owner);
    }

    @Test
    void a_queue_handed_out_by_people_gives_to_nobody_by_itself() {
        use(by(Strategy.MANUAL));
        var waiting = arrive("5511900000001");
        desk.drainer.drainAll();

        assertThat(desk.waitingReasons()).containsExactly("queue support is handed out by people");
        desk.commands.claim(waiting, 1, desk.agent("ana"));
        assertThat(ownerOf(waiting)).isEqualTo("ana");
    }

    @Test
    void a_queues_own_capacity_holds_for_what_is_given_and_for_what_is_taken() {
        use(new Handout(Strategy.LEAST_LOADED, List.of(SkillStep.ANYBODY), null, Duration.ofMinutes(10), 1, null));
        IntStream.range(0, 4).forEach(n -> arrive("551190000000" + n));

        assertThat(desk.count("SELECT max(open) FROM agent_load")).isEqualTo(1);
        assertThat(desk.waitingReasons()).containsExactly("all 3 on shift are full");
        var waiting = desk.conversationOf("5511900000003");
        assertThatThrownBy(() -> desk.commands.claim(waiting, 1, desk.agent("ana")))
                .hasMessage("Ana Prado has 1 of 1 conversations of this queue");
    }

    @Test
    void who_has_waited_long_enough_goes_before_who_is_more_urgent() {
        desk.clock.set(NIGHT);
        var low = arrive("5511900000001", "sales", Priority.LOW);
        desk.pass(Duration.ofMinutes(31));
        var urgent = arrive("5511900000002", "sales", Priority.URGENT);
        desk.pass(Duration.ofMinutes(1));
        var normal = arrive("5511900000003", "sales", Priority.NORMAL);

        assertThat(served()).containsExactly(low, urgent, normal);
    }

    private List<Long> served() {
        return desk.jdbc
                .sql("SELECT id FROM conversation WHERE status = 'waiting' ORDER BY place, id")
                .query(Long.class)
                .list();
    }

    private void use(Handout handout) {
        desk.company = handingOut(desk.company, "support", handout);
    }

    /** Ivo alone of those at work has the skill mobile. */
    private static Handout ladder() {
        return new Handout(
                Strategy.LEAST_LOADED,
                List.of(new SkillStep(Duration.ZERO, 1), new SkillStep(Duration.ofMinutes(3), 0)),
                null,
                Duration.ofMinutes(10),
                null,
                null);
    }

    private long arrive(String from) {
        return arrive(from, "support", Priority.NORMAL);
    }

    private long arrive(String from, String skill) {
        return arrive(from, new Decision("support", "support", Priority.NORMAL, skill, "set-1", List.of()));
    }

    private long arrive(String from, String queue, Priority priority) {
        return arrive(from, new Decision("support", queue, priority, null, "set-1", List.of()));
    }

    private long arrive(String from, Decision decision) {
        desk.commit(desk.turn(desk.message(from, "oi"), "support").with(decision));
        return desk.conversationOf(from);
    }

    private @Nullable String ownerOf(long conversation) {
        var owner = desk.whole(conversation).summary().owner();
        return owner == null ? null : owner.id();
    }
}
