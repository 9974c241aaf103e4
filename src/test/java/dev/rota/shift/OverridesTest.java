package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final Timetable timetable = Plans.in(
            ZONE.getId(),
            new Overrides(
                    List.of(
                            calendar("comercial", null, "2026-12-24T11:00", "2026-12-24T20:00", "Christmas Eve"),
                            calendar("comercial", "early", "2026-12-25T09:00", "2026-12-25T11:00", "sale"),
                            calendar("plantao", "night", "2026-12-24T14:00", "2026-12-24T22:00", "small crew")),
                    List.of(
                            queue("billing", true, "2026-12-25T09:00", "2026-12-25T10:00"),
                            queue("support", false, "2026-12-24T12:00", "2026-12-26T12:00")),
                    List.of(
                            agent("ana", null, "2026-12-24T08:00", "2026-12-24T10:00"),
                            agent("lia", "morning", "2026-12-24T08:00", "2026-12-24T10:00"),
                            agent("otto", "morning", "2026-12-24T08:00", "2026-12-24T10:00"),
                            agent("eva", "morning", "2026-12-24T08:00", "2026-12-24T10:00"))));

    @ParameterizedTest(name = "{0} at {1} is {2}, by {3}: {4}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
            comercial, 2026-12-24T10:59:59-03:00, early, CALENDAR, shift of comercial
            comercial, 2026-12-24T11:00:00-03:00, none,  OVERRIDE, override until 24 December at 20:00: Christmas Eve
            comercial, 2026-12-24T19:59:59-03:00, none,  OVERRIDE, override until 24 December at 20:00: Christmas Eve
            comercial, 2026-12-24T20:00:00-03:00, none,  CALENDAR, between the shifts of comercial
            comercial, 2026-12-25T08:30:00-03:00, none,  HOLIDAY,  holiday Natal closes comercial
            comercial, 2026-12-25T09:00:00-03:00, early, OVERRIDE, override until 25 December at 11:00: sale
            comercial, 2026-12-25T11:00:00-03:00, none,  HOLIDAY,  holiday Natal closes comercial
            comercial, 2026-12-26T07:59:59-03:00, none,  CALENDAR, between the shifts of comercial
            plantao,   2026-12-24T13:59:59-03:00, morning, CALENDAR, shift of plantao
            plantao,   2026-12-24T14:00:00-03:00, night, OVERRIDE, override until 24 December at 22:00: small crew
            plantao,   2026-12-24T22:00:00-03:00, night, CALENDAR, shift of plantao
            """)
    void of_a_calendar_it_beats_the_week_and_holidays(
            String calendar, OffsetDateTime at, String shift, Rule rule, String because) {
        assertThat(timetable.shiftAt(calendar, at.toInstant())).isEqualTo(shift);
        assertThat(timetable.effectOnCalendar(calendar, at.toInstant()))
                .extracting(Effect::state, Effect::rule, Effect::because)
                .containsExactly(shift == null ? "none" : shift, rule, because);
    }

    @ParameterizedTest(name = "{0} with hours of {1} at {2} is {3}, by {4}: {5}")
    @CsvSource(
            nullValues = "always",
            textBlock =
                    """
            billing, comercial, 2026-12-24T10:00:00-03:00, open,   CALENDAR, shift of comercial
            billing, comercial, 2026-12-24T12:00:00-03:00, closed, OVERRIDE, override until 24 December at 20:00: Christmas Eve
            billing, comercial, 2026-12-25T09:30:00-03:00, open,   OVERRIDE, override until 25 December at 10:00: by hand
            billing, comercial, 2026-12-25T10:30:00-03:00, closed, HOLIDAY,  holiday Natal closes the queue
            support, always,    2026-12-24T11:59:59-03:00, open,   CALENDAR, always open
            support, always,    2026-12-24T12:00:00-03:00, closed, OVERRIDE, override until 26 December at 12:00: by hand
            """)
    void of_a_queue_it_beats_hours_and_holidays(
            String queue, String hours, OffsetDateTime at, String state, Rule rule, String because) {
        assertThat(timetable.open(queue, hours, at.toInstant())).isEqualTo(state.equals("open"));
        assertThat(timetable.effectOnQueue(queue, hours, at.toInstant()))
                .extracting(Effect::state, Effect::rule, Effect::because)
                .containsExactly(state, rule, because);
    }

    @ParameterizedTest(name = "{0} at {1}: {2} by {3}, {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ana  | 2026-12-24T07:00:00-03:00 | morning | ROSTER   | on the roster of morning of plantao
            ana  | 2026-12-24T08:00:00-03:00 | off     | OVERRIDE | off by an override until 24 December at 10:00: by hand
            ana  | 2026-12-24T10:00:00-03:00 | morning | ROSTER   | on the roster of morning of plantao
            lia  | 2026-12-24T09:00:00-03:00 | morning | OVERRIDE | works morning of plantao by an override: by hand
            otto | 2026-12-24T09:00:00-03:00 | morning | OVERRIDE | works morning of plantao by an override: by hand
            otto | 2026-12-24T10:00:00-03:00 | off     | ROSTER   | not on the roster of this hour
            eva  | 2026-12-24T09:00:00-03:00 | off     | LEAVE    | on leave until 4 January
            davi | 2026-12-24T15:00:00-03:00 | off     | OVERRIDE | off by an override until 24 December at 22:00: small crew
            bia  | 2026-12-25T08:30:00-03:00 | off     | HOLIDAY  | holiday Natal
            bia  | 2026-12-25T09:30:00-03:00 | early   | ROSTER   | on the roster of early of comercial
            """)
    void of_an_agent_it_beats_the_roster_but_not_leave(
            String agent, OffsetDateTime at, String state, Rule rule, String because) {
        assertThat(timetable.effectOnAgent(agent, at.toInstant()))
                .extracting(Effect::state, Effect::rule, Effect::because)
                .containsExactly(state, rule, because);
    }

    @Test
    void an_agent_works_until_the_next_override_and_not_beyond() {
        assertThat(timetable.attendance("ana", instant("2026-12-24T07:00")))
                .isEqualTo(new Attendance.OnShift("morning", instant("2026-12-24T08:00")));
    }

    @ParameterizedTest(name = "{0} with hours of {1} at {2}: opens {3}")
    @CsvSource(
            nullValues = "always",
            textBlock =
                    """
            billing, comercial, 2026-12-24T12:00, 2026-12-25T09:00
            billing, comercial, 2026-12-25T10:00, 2026-12-26T08:00
            support, always,    2026-12-24T12:00, 2026-12-26T12:00
            sales,   comercial, 2026-12-24T12:00, 2026-12-25T09:00
            """)
    void the_next_opening_knows_of_them(String queue, String hours, LocalDateTime at, LocalDateTime opens) {
        assertThat(timetable.nextOpening(queue, hours, at.atZone(ZONE).toInstant()))
                .contains(opens.atZone(ZONE).toInstant());
    }

    @Test
    void their_edges_are_switchovers() {
        assertThat(timetable.edges(instant("2026-12-24T08:00"), instant("2026-12-24T22:00")))
                .extracting(Edge::calendar, edge -> edge.at().atZone(ZONE).getHour(), Edge::ending, Edge::beginning)
                .map(Object::toString)
                .containsExactly("(\"comercial\", 11, \"early\", null)", "(\"plantao\", 14, \"morning\", \"night\")");
    }

    private static CalendarOverride calendar(
            String name, @Nullable String shift, String from, String to, String reason) {
        return new CalendarOverride(name, shift, instant(from), instant(to), reason);
    }

    private static QueueOverride queue(String name, boolean open, String from, String to) {
        return new QueueOverride(name, open, instant(from), instant(to), "by hand");
    }

    private static AgentOverride agent(String name, @Nullable String shift, String from, String to) {
        var work = shift == null ? null : new AgentOverride.Work("plantao", shift);
        return new AgentOverride(name, work, instant(from), instant(to), "by hand");
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
