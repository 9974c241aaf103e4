package dev.rota.switchover;

import static dev.rota.switchover.Crew.owned;
import static dev.rota.switchover.Crew.plan;
import static dev.rota.switchover.Crew.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.ShiftEnd;
import dev.rota.shift.Edge;
import dev.rota.shift.Leave;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchoverPlanTest {

    private static final ShiftEnd HAND_OVER = new ShiftEnd.HandOver();
    private static final ShiftEnd RETURN = new ShiftEnd.Return();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            keep     | kept support ana -> support ana           | switchover to night: Ana is off and keeps it until the customer writes
            15m      | kept_for support ana -> support ana until 2026-11-25T01:15:00Z | switchover to night: Ana is off and keeps it until 22:15
            return   | returned support ana -> support           | switchover to night: Ana is off; it waits in queue support
            handOver | handed_over support ana -> support rui    | switchover to night: Ana is off, Rui takes over, chosen: least loaded of 2, drawn among 2 with 0 open
            """)
    void each_policy_has_its_way(String policy, String move, String why) {
        var plan = plan(policy(policy), owned(1, "support", "ana"));

        assertThat(plan.moves()).extracting(SwitchoverPlanTest::words).containsExactly(move);
        assertThat(plan.moves()).extracting(Move::why).containsExactly(why);
    }

    @Test
    void who_stands_in_for_somebody_on_leave_is_asked_first() {
        var days = LocalDate.of(2026, 11, 24);
        var open = List.of(owned(1, "support", "ana"), owned(2, "support", "ana"), owned(3, "support", "ana"));
        var company = Crew.company(HAND_OVER, new Leave("ana", days, days, "lia"));
        var plan = SwitchoverPlan.of(
                new Snapshot(Crew.TO_NIGHT, null, Crew.EDGE, company, open, Crew.agents(Map.of("ana", 3)), List.of()));

        assertThat(plan.moves()).extracting(Move::owner).containsExactly("lia", "rui", "rui");
    }

    @Test
    void whoever_is_on_shift_afterwards_keeps_what_they_have() {
        assertThat(plan(RETURN, owned(1, "support", "rui")).moves()).isEmpty();
    }

    @Test
    void what_the_next_shift_has_no_room_for_waits_again_and_nobody_has_too_much() {
        var plan = plan(
                HAND_OVER,
                owned(1, "support", "ana"),
                owned(2, "support", "ivo"),
                owned(3, "support", "ana"),
                owned(4, "support", "ivo"));

        assertThat(plan.moves())
                .extracting(Move::kind)
                .containsExactly(
                        Move.Kind.HANDED_OVER, Move.Kind.HANDED_OVER, Move.Kind.HANDED_OVER, Move.Kind.RETURNED);
        assertThat(plan.moves().get(3).why())
                .isEqualTo("switchover to night: Ivo is off; all 2 on shift are full; it waits in queue support");
        assertThat(plan.agents())
                .extracting(Object::toString)
                .containsExactly(
                        "AgentAfter[agent=ana, before=2, after=0, capacity=2]",
                        "AgentAfter[agent=ivo, before=2, after=0, capacity=2]",
                        "AgentAfter[agent=lia, before=0, after=1, capacity=1]",
                        "AgentAfter[agent=rui, before=0, after=2, capacity=2]");
        assertThat(plan.agents()).noneMatch(AgentAfter::over);
        assertThat(plan.queues()).containsExactly(new QueueAfter("support", 1, 2, 0, null, null));
    }

    @Test
    void who_has_more_than_the_capacity_is_named() {
        var plan = plan(RETURN, owned(1, "support", "lia"), owned(2, "support", "lia"));

        assertThat(plan.agents()).filteredOn(AgentAfter::over).containsExactly(new AgentAfter("lia", 2, 2, 1));
    }

    @Test
    void the_most_urgent_is_handed_over_first_then_who_has_it_longest() {
        var urgent = new OpenConversation(
                9, 2, owned(9, "on-call", "ana").status(), "on-call", 3, null, "ana", Crew.EDGE, null, null);
        var plan = plan(HAND_OVER, owned(2, "on-call", "ana"), owned(1, "on-call", "ivo"), urgent);

        assertThat(plan.moves()).extracting(Move::conversation).containsExactly(9L, 1L, 2L);
    }

    @Test
    void what_waits_goes_where_the_rules_say_by_then() {
        var plan = plan(RETURN, waiting(1, "support", "on-call"), waiting(2, "support", "support"));

        assertThat(plan.moves()).extracting(SwitchoverPlanTest::words).containsExactly("moved support -> on-call");
        assertThat(plan.moves().get(0).why()).isEqualTo("switchover to night: it waits in queue on-call");
        assertThat(plan.queues()).extracting(QueueAfter::queue).containsExactly("on-call", "support");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "billing, billing, ''",
        "desk, on-call, ', since nobody of queue desk is at work'",
        "sales, on-call, ', since nobody of queue sales is at work'"
    })
    void what_would_have_nobody_waits_for_the_opening_or_overflows_or_falls_back(String queue, String to, String note) {
        var plan = plan(RETURN, owned(1, queue, "ana"));

        assertThat(plan.moves()).extracting(Move::queue).containsExactly(to);
        assertThat(plan.moves().get(0).why())
                .isEqualTo("switchover to night: Ana is off; it waits in queue " + to + note);
        assertThat(plan.queues()).allMatch(after -> after.nobody() == null);
    }

    @Test
    void a_closed_queue_says_when_it_opens() {
        var plan = plan(RETURN, owned(1, "billing", "ana"));

        assertThat(plan.queues())
                .containsExactly(new QueueAfter("billing", 1, 0, 0, Instant.parse("2026-11-25T14:00:00-03:00"), null));
    }

    @Test
    void where_nobody_is_anywhere_the_plan_says_so_and_who_comes_next() {
        var morning = new Edge(Instant.parse("2026-11-25T06:00:00-03:00"), "plantao", "night", null);
        var open = List.of(owned(1, "on-call", "rui"));
        var plan = SwitchoverPlan.of(new Snapshot(
                morning, null, morning.at(), Crew.company(RETURN), open, Crew.agents(Map.of("rui", 1)), List.of()));

        assertThat(plan.moves())
                .extracting(Move::why)
                .containsExactly(
                        "end of night: Rui is off; nobody of queue on-call is at work; it waits in queue on-call");
        assertThat(plan.queues())
                .extracting(QueueAfter::nobody)
                .containsExactly(
                        "nobody of queue on-call is at work, nor of where it overflows to, nor of the fallback queue;"
                                + " the next of its people come on at 2026-11-26T01:00:00Z");
    }

    @Test
    void what_is_kept_for_a_time_goes_back_when_nobody_was_there_to_see_that_time_end() {
        var late = Crew.EDGE.plus(Duration.ofMinutes(15));
        var plan = SwitchoverPlan.of(Crew.snapshot(policy("15m"), late, List.of(owned(1, "support", "ana"))));

        assertThat(plan.moves()).extracting(Move::kind).containsExactly(Move.Kind.RETURNED);
    }

    @Test
    void a_time_that_an_earlier_switchover_gave_is_not_given_again() {
        var until = Crew.EDGE.plusSeconds(60);
        var kept = new OpenConversation(
                1, 2, owned(1, "support", "ana").status(), "support", 1, null, "ana", Crew.EDGE, until, null);

        assertThat(plan(policy("15m"), kept).moves()).extracting(Move::until).containsExactly(until);
    }

    @Test
    void one_policy_may_hold_for_all_queues() {
        var open = List.of(owned(1, "support", "ana"), owned(2, "billing", "ivo"));
        var snapshot = Crew.snapshot(HAND_OVER, Crew.EDGE, open);
        var plan = SwitchoverPlan.of(new Snapshot(
                snapshot.edge(),
                new ShiftEnd.Keep(),
                snapshot.at(),
                snapshot.company(),
                open,
                snapshot.agents(),
                List.of()));

        assertThat(plan.moves()).extracting(Move::kind).containsOnly(Move.Kind.KEPT);
    }

    @Test
    void the_same_snapshot_in_any_order_has_the_same_plan() {
        var random = new Random(7);
        var people = List.of("ana", "ivo", "rui", "lia");
        var queues = List.of("support", "billing", "desk", "sales", "on-call");
        for (var round = 0; round < 50; round++) {
            var open = new ArrayList<>(LongStream.rangeClosed(1, 40)
                    .mapToObj(id -> random.nextBoolean()
                            ? owned(id, queues.get(random.nextInt(5)), people.get(random.nextInt(4)))
                            : waiting(id, queues.get(random.nextInt(5)), queues.get(random.nextInt(5))))
                    .toList());
            var first = SwitchoverPlan.of(Crew.snapshot(HAND_OVER, Crew.EDGE, open));
            Collections.shuffle(open, random);
            assertThat(SwitchoverPlan.of(Crew.snapshot(HAND_OVER, Crew.EDGE, open)))
                    .isEqualTo(first);
        }
    }

    private static ShiftEnd policy(String word) {
        return switch (word) {
            case "keep" -> new ShiftEnd.Keep();
            case "return" -> RETURN;
            case "handOver" -> HAND_OVER;
            default -> new ShiftEnd.KeepFor(Duration.ofMinutes(15));
        };
    }

    private static String words(Move move) {
        return move.kind().label() + " " + place(move.fromQueue(), move.fromOwner()) + " -> "
                + place(move.queue(), move.owner()) + (move.until() == null ? "" : " until " + move.until());
    }

    private static String place(String queue, @Nullable String owner) {
        return owner == null ? queue : queue + " " + owner;
    }
}
