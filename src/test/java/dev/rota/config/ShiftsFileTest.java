package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.shift.Attendance;
import dev.rota.shift.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code shifts.yaml} and the files that it names say is what the timetable answers. */
class ShiftsFileTest {

    private static final Path GOOD = Path.of("src/test/resources/config-good");

    private static final String SHIFTS =
            """
            zone: America/Sao_Paulo
            longestShift: 10h
            calendars:
              always:
                shifts:
                  day: {days: [mon-sun], from: "06:00", to: "22:00"}
                  night: {days: [mon-sun], from: "22:00", to: "06:00"}
              office:
                zone: America/Manaus
                shifts:
                  office: {days: [mon-fri], from: "08:00", to: "18:00"}
            holidays:
              - {ics: sp.ics, closes: [office], queues: {sales: closed}}
            roster:
              day: {calendar: always, teams: [desk], days: [mon-wed]}
              weekend: {calendar: always, shift: day, agents: [bia], days: [sat-sun], cycle: {pattern: 168x168, anchor: {bia: 2026-11-23}}}
            rosterFile: roster.csv
            leave:
              - {agent: ana, from: 2026-12-21, to: 2026-12-22, substitute: bia}
            overrides:
              - {from: 2026-12-01T08:00, to: 2026-12-01T10:00, calendar: office, shift: none, reason: stocktaking}
              - {from: 2026-12-05T08:00, to: 2026-12-05T12:00, calendar: office, shift: office, reason: sale}
              - {from: 2026-12-02T08:00, to: 2026-12-02T10:00, queue: sales, open: false, reason: no stock}
              - {from: 2026-12-03T22:00, to: 2026-12-04T06:00, agent: bia, calendar: always, shift: night, insteadOf: ana, reason: swap}
            """;

    private static final String HOLIDAYS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1
            SUMMARY:Natal
            DTSTART;VALUE=DATE:20201225
            RRULE:FREQ=YEARLY
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Véspera
            DTSTART:20261224T140000
            DTEND:20261224T200000
            END:VEVENT
            END:VCALENDAR
            """;

    private static final String ROSTER =
            """
            calendar;shift;agent;from;to;days;cycle;anchor
            always;night;ana;2026-12-03;2026-12-04;;;
            always;night;bia;;;"mon, tue";12x36;2026-11-23
            """;

    private Timetable timetable = new Timetable(ZoneOffset.UTC, List.of(), List.of(), List.of(), List.of());

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        try (var files = Files.list(GOOD)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("shifts.yaml"), SHIFTS);
        Files.writeString(folder.resolve("sp.ics"), HOLIDAYS);
        Files.writeString(folder.resolve("roster.csv"), ROSTER);
        timetable = ConfigReader.read(folder, name -> "set").required().timetable();
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
            office, 2026-12-01T07:59:00-04:00, none
            office, 2026-12-01T09:00:00-04:00, none
            office, 2026-12-01T10:00:00-04:00, office
            office, 2026-12-05T09:00:00-04:00, office
            office, 2026-12-05T12:00:00-04:00, none
            office, 2026-12-24T13:59:00-03:00, office
            office, 2026-12-24T14:00:00-03:00, none
            office, 2026-12-25T10:00:00-04:00, none
            office, 2031-12-25T10:00:00-04:00, none
            office, 2026-12-28T17:59:00-04:00, office
            always, 2026-12-25T10:00:00-03:00, day
            """)
    void calendars_have_zones_holidays_and_overrides(String calendar, OffsetDateTime at, String shift) {
        assertThat(timetable.shiftAt(calendar, at.toInstant())).isEqualTo(shift);
    }

    @ParameterizedTest(name = "sales at {0}: {1}")
    @CsvSource(
            textBlock =
                    """
            2026-12-02T07:59:00-03:00, true
            2026-12-02T09:00:00-03:00, false
            2026-12-24T15:00:00-03:00, false
            2026-12-24T20:00:00-03:00, true
            2026-12-25T12:00:00-03:00, false
            """)
    void queues_have_holidays_and_overrides(OffsetDateTime at, boolean open) {
        assertThat(timetable.open("sales", null, at.toInstant())).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            nullValues = "off",
            textBlock =
                    """
            ana, 2026-11-25T12:00:00-03:00, day
            bia, 2026-11-25T12:00:00-03:00, day
            ana, 2026-11-26T12:00:00-03:00, off
            bia, 2026-11-28T12:00:00-03:00, day
            bia, 2026-12-05T12:00:00-03:00, off
            bia, 2026-12-12T12:00:00-03:00, day
            ana, 2026-12-03T23:00:00-03:00, off
            bia, 2026-12-03T23:00:00-03:00, night
            ana, 2026-12-04T23:00:00-03:00, night
            ana, 2026-12-05T23:00:00-03:00, off
            bia, 2026-11-23T23:00:00-03:00, night
            bia, 2026-11-24T23:00:00-03:00, off
            bia, 2026-11-30T23:00:00-03:00, off
            bia, 2026-12-01T23:00:00-03:00, night
            ana, 2026-12-21T12:00:00-03:00, off
            """)
    void agents_have_lines_of_both_rosters_teams_days_cycles_and_overrides(
            String agent, OffsetDateTime at, String shift) {
        var attendance = timetable.attendance(agent, at.toInstant());
        assertThat(attendance instanceof Attendance.OnShift on ? on.shift() : null)
                .isEqualTo(shift);
    }
}
