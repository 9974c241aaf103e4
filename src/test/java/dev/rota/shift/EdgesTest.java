package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgesTest {

    private static final Timetable TIMETABLE = Plans.in("America/Sao_Paulo");

    @Test
    void a_day_has_the_switchovers_of_all_calendars_in_order() {
        assertThat(words("2026-11-25T00:00:00-03:00", "2026-11-25T22:00:00-03:00"))
                .containsExactly(
                        "06:00 plantao night -> morning",
                        "08:00 comercial null -> early",
                        "12:00 comercial early -> null",
                        "13:00 comercial null -> late",
                        "14:00 plantao morning -> afternoon",
                        "20:00 comercial late -> null",
                        "22:00 plantao afternoon -> night");
    }

    @Test
    void a_shift_that_is_cut_or_made_longer_goes_on_and_that_of_a_new_day_is_another() {
        var zone = ZoneId.of("America/Sao_Paulo");
        var watch = new Calendar("watch", zone, List.of(Plans.shift("crew", Plans.DAILY, "07:00", "07:00")));
        var drill = new CalendarOverride(
                "watch", "crew", instant("2026-11-25T09:00:00-03:00"), instant("2026-11-25T10:00:00-03:00"), "drill");
        var late = new CalendarOverride(
                "plantao", "night", instant("2026-11-26T06:00:00-03:00"), instant("2026-11-26T06:30:00-03:00"), "late");
        var timetable = new Timetable(
                zone,
                List.of(watch, Plans.plantao(zone.getId())),
                List.of(),
                List.of(),
                List.of(),
                new Overrides(List.of(drill, late), List.of(), List.of()),
                Timetable.LONGEST_SHIFT);
        assertThat(words(timetable, "2026-11-25T07:00:00-03:00", "2026-11-26T13:00:00-03:00"))
                .containsExactly(
                        "14:00 plantao morning -> afternoon",
                        "22:00 plantao afternoon -> night",
                        "06:30 plantao night -> morning",
                        "07:00 watch crew -> crew");
    }

    @Test
    void a_holiday_has_none_for_the_calendars_that_it_closes() {
        assertThat(words("2026-12-25T00:00:00-03:00", "2026-12-26T00:00:00-03:00"))
                .containsExactly(
                        "06:00 plantao night -> morning",
                        "14:00 plantao morning -> afternoon",
                        "22:00 plantao afternoon -> night");
    }

    @Test
    void looking_from_edge_to_edge_finds_each_once() {
        assertThat(words("2026-11-25T06:00:00-03:00", "2026-11-25T08:00:00-03:00"))
                .containsExactly("08:00 comercial null -> early");
        assertThat(words("2026-11-25T08:00:00-03:00", "2026-11-25T12:00:00-03:00"))
                .containsExactly("12:00 comercial early -> null");
        assertThat(words("2026-11-25T08:00:00-03:00", "2026-11-25T11:59:59-03:00"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Europe/Lisbon", "Australia/Lord_Howe", "Africa/Cairo"})
    void between_two_edges_the_shift_stays_and_at_each_it_changes(String zone) {
        var timetable = Plans.in(zone);
        var at = Instant.parse("2026-07-01T00:00:00Z");
        for (var edge : timetable.edges(at, at.plus(Duration.ofDays(400)))) {
            assertThat(timetable.shiftAt(edge.calendar(), edge.at().minusMillis(1)))
                    .as("before %s", edge)
                    .isEqualTo(edge.ending());
            assertThat(timetable.shiftAt(edge.calendar(), edge.at()))
                    .as("at %s", edge)
                    .isEqualTo(edge.beginning());
            assertThat(Objects.equals(edge.ending(), edge.beginning())).isFalse();
        }
    }

    private static Instant instant(String at) {
        return OffsetDateTime.parse(at).toInstant();
    }

    private static List<String> words(String from, String to) {
        return words(TIMETABLE, from, to);
    }

    private static List<String> words(Timetable timetable, String from, String to) {
        return timetable
                .edges(
                        OffsetDateTime.parse(from).toInstant(),
                        OffsetDateTime.parse(to).toInstant())
                .stream()
                .map(edge -> edge.at().atZone(timetable.zone(edge.calendar())).toLocalTime() + " " + edge.calendar()
                        + " " + edge.ending() + " -> " + edge.beginning())
                .toList();
    }
}
