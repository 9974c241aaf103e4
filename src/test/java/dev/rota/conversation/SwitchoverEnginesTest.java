package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ShiftEnd;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Switchovers by more than one engine on one database, one of which may die. */
class SwitchoverEnginesTest {

    private static final ShiftEnd HAND_OVER = new ShiftEnd.HandOver();
    private static final Duration APART = Duration.ofSeconds(5);

    @Test
    void an_engine_killed_in_the_middle_has_changed_nothing_and_the_next_one_makes_it_whole() throws IOException {
        try (var evening = new Evening(HAND_OVER)) {
            var talks = evening.talks(5);
            var before = talks.stream().map(evening.desk::state).toList();
            try (var killed = SwitchoverProcess.inTheMiddle(evening.desk.source)) {
                assertThat(killed).isNotNull();
                assertThat(talks.stream().map(evening.desk::state).toList()).isEqualTo(before);
            }
            assertThat(talks.stream().map(evening.desk::state).toList()).isEqualTo(before);
            assertThat(evening.desk.count("SELECT count(*) FROM switchover")).isZero();

            evening.strike();

            assertThat(talks)
                    .allSatisfy(talk -> assertThat(evening.desk.state(talk)).isEqualTo("in_progress support rui 3"));
            assertThat(evening.desk.count("SELECT count(*) FROM switchover")).isEqualTo(1);
            assertThat(evening.desk.count("SELECT count(*) FROM delivery WHERE reference = 3"))
                    .isEqualTo(5);
        }
    }

    @Test
    void two_engines_whose_clocks_are_five_seconds_apart_make_each_switchover_once() {
        var source = TestDatabase.fresh();
        try (var late = new Evening(new Desk(source), HAND_OVER);
                var early = new Evening(new Desk(source), HAND_OVER)) {
            var talk = late.talk("5511900000001", "olá");
            late.desk.clock.set(Evening.EDGE.minus(APART));
            early.strike();
            late.desk.due.make();
            assertThat(late.desk.state(talk)).isEqualTo("in_progress support rui 3");

            var meanwhile = late.talk("5511900000002", "olá");
            assertThat(late.desk.state(meanwhile)).doesNotContain("rui");
            early.desk.due.takeUp();
            assertThat(late.desk.state(meanwhile)).isEqualTo("in_progress support rui 3");

            late.strike();
            early.desk.pass(APART);
            early.desk.due.make();
            early.desk.due.takeUp();
            assertThat(late.desk.state(talk)).endsWith(" 3");
            assertThat(late.desk.state(meanwhile)).endsWith(" 3");
            assertThat(late.desk.count("SELECT count(*) FROM switchover")).isEqualTo(1);
        }
    }

    @Test
    void what_is_planned_on_one_engine_is_known_on_the_other() {
        var source = TestDatabase.fresh();
        try (var one = new Evening(new Desk(source), HAND_OVER);
                var other = new Evening(new Desk(source), HAND_OVER)) {
            var early = Evening.EDGE.minusSeconds(300);
            one.desk.switchovers.schedule(
                    new Switchovers.Wanted(early, "plantao", "afternoon", "night", null, "storm"), one.desk.admin());
            assertThat(other.desk.exceptions.get().company().timetable().shiftAt("plantao", early))
                    .isEqualTo("afternoon");

            other.desk.due.takeUp();

            assertThat(other.desk.exceptions.get().company().timetable().shiftAt("plantao", early))
                    .isEqualTo("night");
        }
    }
}
