package dev.rota.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rota.conversation.Switchovers.Wanted;
import dev.rota.desk.Role;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchoverCommandsTest {

    private static final Viewer OPERATIONS = new Viewer("omar", "Omar", Role.OPERATIONS, Set.of());
    private static final Instant EARLY = Instant.parse("2026-11-24T21:55:00-03:00");
    private static final Instant LATE = Instant.parse("2026-11-24T23:00:00-03:00");

    private final Evening evening = new Evening(new ShiftEnd.HandOver());
    private final Desk desk = evening.desk;
    private final Switchovers switchovers = desk.switchovers;

    @AfterEach
    void close() {
        evening.close();
    }

    @Test
    void a_night_that_begins_early_is_rehearsed_at_once_listed_and_made_in_its_time() {
        var talk = evening.talk("5511900000001", "olá");
        var planned = switchovers.schedule(wanted(EARLY, "afternoon", "night"), OPERATIONS);

        assertThat(Evening.moves(planned)).extracting(Switchover.Line::owner).containsExactly("rui");
        assertThat(switchovers.list())
                .extracting(one -> one.state() + " " + one.from() + " " + one.to())
                .startsWith("planned afternoon night", "upcoming night morning");

        desk.clock.set(EARLY);
        desk.due.make();
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
        assertThat(desk.exceptions.get().company().timetable().shiftAt("plantao", EARLY))
                .isEqualTo("night");

        evening.strike();
        assertThat(desk.count("SELECT count(*) FROM switchover")).isEqualTo(1);
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
    }

    @Test
    void an_afternoon_that_stays_on_hands_over_later() {
        var talk = evening.talk("5511900000001", "olá");
        switchovers.schedule(wanted(LATE, "afternoon", "night"), OPERATIONS);

        evening.strike();
        assertThat(desk.state(talk)).endsWith(" 2");
        assertThat(desk.state(evening.talk("5511900000002", "olá"))).doesNotContain("rui");

        desk.clock.set(LATE);
        desk.due.make();
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
        assertThat(evening.made())
                .extracting(Switchover::by, Switchover::reason)
                .containsExactly("omar", "storm");
    }

    @Test
    void a_policy_of_its_own_holds_for_the_switchover_that_the_calendar_has_anyway() {
        var talk = evening.talk("5511900000001", "olá");
        switchovers.schedule(
                new Wanted(Evening.EDGE, "plantao", "afternoon", "night", "keepFor:5m", "storm"), OPERATIONS);

        evening.strike();

        assertThat(desk.state(talk)).endsWith(" 2");
        assertThat(evening.moves())
                .extracting(Switchover.Line::until)
                .containsExactly(Evening.EDGE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void a_planned_one_is_made_now_when_somebody_says_so() {
        var talk = evening.talk("5511900000001", "olá");
        var id = idOf(switchovers.schedule(wanted(EARLY, "afternoon", "night"), OPERATIONS));

        var made = switchovers.run(id, OPERATIONS);

        assertThat(made)
                .extracting(Switchover::state, Switchover::doneBy, Switchover::at)
                .containsExactly("done", "omar", desk.clock.instant());
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
        assertThat(desk.whole(talk).changes()).extracting(Whole.Change::by).endsWith("omar");
    }

    @Test
    void a_cancelled_one_does_not_come_and_the_calendars_own_does() {
        var talk = evening.talk("5511900000001", "olá");
        var id = idOf(switchovers.schedule(wanted(LATE, "afternoon", "night"), OPERATIONS));
        assertThat(switchovers.cancel(id, OPERATIONS).state()).isEqualTo("cancelled");

        evening.strike();

        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
        assertThatThrownBy(() -> switchovers.cancel(id, OPERATIONS))
                .hasMessageContaining("is cancelled; only a planned");
    }

    @Test
    void undone_everything_is_where_it_was_but_what_somebody_has_touched() {
        var talks = evening.talks(5);
        desk.hear("5511911111111", "outage", "billing");
        var waiting = desk.conversationOf("5511911111111");
        var before = talks.stream().map(talk -> owner(desk.state(talk))).toList();
        evening.strike();
        desk.commands.close(talks.get(0), 3, desk.agent("rui"));
        desk.commands.reply(talks.get(1), Answering.text(3, null, "oi"), desk.agent("rui"));
        desk.pass(Duration.ofMinutes(9));

        var undone = switchovers.undo(idOf(evening.made()), OPERATIONS);

        assertThat(undone.state()).isEqualTo("undone");
        assertThat(Evening.moves(undone))
                .extracting(line -> line.conversation() + " " + line.undone())
                .containsExactlyInAnyOrder(
                        talks.get(0) + " rui has closed it since",
                        talks.get(1) + " rui has replied since",
                        talks.get(2) + " restored",
                        talks.get(3) + " restored",
                        talks.get(4) + " restored",
                        waiting + " restored");
        for (var n = 2; n < 5; n++) {
            assertThat(desk.state(talks.get(n))).isEqualTo("in_progress support " + before.get(n) + " 4");
        }
        assertThat(desk.state(waiting)).startsWith("waiting billing");
        assertThat(desk.count("SELECT sum(open) FROM agent_load"))
                .isEqualTo(desk.count("SELECT count(*) FROM conversation WHERE status = 'in_progress'"));
        desk.due.make();
        desk.due.takeUp();
        assertThat(desk.state(talks.get(2))).endsWith(" 4");
    }

    @Test
    void an_undone_one_of_operations_gives_the_day_back_to_the_calendar() {
        var talk = evening.talk("5511900000001", "olá");
        var owner = owner(desk.state(talk));
        var id = idOf(switchovers.schedule(wanted(EARLY, "afternoon", "night"), OPERATIONS));
        switchovers.run(id, OPERATIONS);

        switchovers.undo(id, OPERATIONS);

        assertThat(desk.state(talk)).isEqualTo("in_progress support " + owner + " 4");
        assertThat(desk.exceptions.get().company().timetable().shiftAt("plantao", EARLY))
                .isEqualTo("afternoon");
        evening.strike();
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 5");
    }

    @Test
    void after_ten_minutes_nothing_is_undone() {
        evening.strike();
        var id = idOf(evening.made());
        desk.pass(Duration.ofMinutes(10));

        assertThatThrownBy(() -> switchovers.undo(id, OPERATIONS))
                .hasMessage("switchover " + id + " is done; expected one that was made within the last 10 minutes");
    }

    @Test
    void whose_place_has_been_taken_meanwhile_gets_nothing_back() {
        var talk = evening.talk("5511900000001", "olá");
        var owner = owner(desk.state(talk));
        evening.strike();
        desk.jdbc
                .sql("UPDATE agent_load SET open = 8, weight = 800 WHERE agent = :owner")
                .param("owner", owner)
                .update();

        var undone = switchovers.undo(idOf(evening.made()), OPERATIONS);

        assertThat(Evening.moves(undone).get(0).undone()).endsWith(" has no place left");
        assertThat(desk.state(talk)).isEqualTo("in_progress support rui 3");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            at       | 2026-11-24T21:00:00-03:00 | -         | afternoon | night    | -     | storm | 2026-11-25T00:00:00Z is over; expected a time that is still to come
            at       | 2028-11-24T21:00:00-03:00 | -         | afternoon | night    | -     | storm | 2028-11-25T00:00:00Z is more than a year away
            at       | 2026-11-25T10:00:00-03:00 | -         | afternoon | night    | -     | storm | calendar plantao has shift morning then; expected 'from' to be the shift that is on, or 'to' the one that follows on 'from'
            calendar | 2026-11-24T21:55:00-03:00 | plantão   | afternoon | night    | -     | storm | there is no calendar 'plantão'; there are comercial, plantao
            calendar | 2026-11-24T21:55:00-03:00 | -         | early     | night    | -     | storm | no calendar has both shifts; expected one of comercial, plantao
            from     | 2026-11-24T21:55:00-03:00 | -         | evening   | night    | -     | storm | there is no shift 'evening'; there are afternoon, early, late, morning, night
            to       | 2026-11-24T21:55:00-03:00 | plantao   | afternoon | late     | -     | storm | there is no shift 'late'; there are afternoon, morning, night
            to       | 2026-11-24T21:55:00-03:00 | plantao   | night     | night    | -     | storm | a switchover leads from one shift to another
            policy   | 2026-11-24T21:55:00-03:00 | plantao   | afternoon | night    | hold  | storm | 'hold' is no policy; expected keep, keepFor:15m, return or handOver
            reason   | 2026-11-24T21:55:00-03:00 | plantao   | afternoon | night    | -     | ''    | the reason is missing; expected why, in a sentence
            """)
    void what_makes_no_sense_is_refused_with_its_field(
            String field,
            Instant at,
            @Nullable String calendar,
            String from,
            String to,
            @Nullable String policy,
            String reason,
            String sentence) {
        assertThatThrownBy(() -> switchovers.schedule(new Wanted(at, calendar, from, to, policy, reason), OPERATIONS))
                .hasMessage(sentence)
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo(field);
        assertThat(desk.count("SELECT count(*) FROM switchover")).isZero();
    }

    @Test
    void two_at_one_instant_are_refused() {
        switchovers.schedule(wanted(Evening.EDGE, "afternoon", "night"), OPERATIONS);

        assertThatThrownBy(() -> switchovers.schedule(wanted(Evening.EDGE, "afternoon", "night"), OPERATIONS))
                .hasMessage("calendar plantao has a planned switchover at that instant already");
    }

    @Test
    void agents_and_auditors_make_none_and_a_supervisor_only_of_people_of_their_own() {
        var otto = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support", "field"));
        var nina = new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("sales"));
        var auditor = new Viewer("eye", "Eye", Role.AUDITOR, Set.of());

        for (var nobody : new Viewer[] {desk.agent("ana"), auditor, nina}) {
            assertThatThrownBy(() -> switchovers.schedule(wanted(EARLY, "afternoon", "night"), nobody))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        var id = idOf(switchovers.schedule(wanted(EARLY, "afternoon", "night"), otto));
        assertThatThrownBy(() -> switchovers.run(id, nina)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void of_a_plan_everybody_sees_what_they_may_see() {
        evening.talk("5511900000001", "olá");

        assertThat(Evening.moves(switchovers.rehearse(Evening.EDGE, null, desk.agent("davi"))))
                .hasSize(1);
        assertThat(Evening.moves(switchovers.rehearse(Evening.EDGE, null, desk.agent("bia"))))
                .isEmpty();
    }

    private static String owner(String state) {
        return state.replaceAll("\\S+ \\S+ (\\S+) .*", "$1");
    }

    private static long idOf(Switchover one) {
        return requireNonNull(one.id());
    }

    private static Wanted wanted(Instant at, String from, String to) {
        return new Wanted(at, "plantao", from, to, null, "storm");
    }
}
