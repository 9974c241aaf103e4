package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsFileTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private final TimeZone before = TimeZone.getDefault();
    private final List<Problem> problems = new ArrayList<>();

    /** A machine on which some midnights do not exist, and which is west of most. */
    @BeforeEach
    void somewhere() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Santiago"));
    }

    @AfterEach
    void home() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            DTSTART;VALUE=DATE:20270421                                              | 2027-04-21
            DTSTART:20270421                                                         | 2027-04-21
            DTSTART;VALUE=DATE:20260906                                              | 2026-09-06
            DTSTART;VALUE=DATE:20270208/DTEND;VALUE=DATE:20270210                    | 2027-02-08..2027-02-09
            DTSTART;VALUE=DATE:20270208/DURATION:P3D                                 | 2027-02-08..2027-02-10
            DTSTART;VALUE=DATE:20270208/DTEND;VALUE=DATE:20270208                    | 2027-02-08
            DTSTART:20261225T030000Z/DTEND:20261226T030000Z                          | 2026-12-25
            DTSTART;TZID=America/Sao_Paulo:20261225T000000/DURATION:P1D              | 2026-12-25
            DTSTART:20261225T000000/DTEND:20261227T000000                            | 2026-12-25..2026-12-26
            DTSTART;TZID=/America/Manaus:20261224T130000/DTEND:20261224T230000Z      | 2026-12-24T17:00:00Z..2026-12-24T23:00:00Z
            DTSTART:20261224T140000/DTEND:20261224T180000                            | 2026-12-24T17:00:00Z..2026-12-24T21:00:00Z
            DTSTART;TZID=Europe/Lisbon:20270328T003000/DURATION:PT2H                 | 2027-03-28T00:30:00Z..2027-03-28T02:30:00Z
            """)
    void an_event_is_whole_days_or_some_hours(String lines, String times) {
        assertThat(times(event(lines))).containsExactly(times);
    }

    @ParameterizedTest(name = "{0}, {1}: {2} …")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            20201225 | RRULE:FREQ=YEARLY                                                  | 2020-12-25 2021-12-25 2022-12-25 | 81
            20201225 | RRULE:FREQ=YEARLY;COUNT=3                                          | 2020-12-25 2021-12-25 2022-12-25 | 3
            20201225 | RRULE:FREQ=YEARLY;UNTIL=20221225                                   | 2020-12-25 2021-12-25 2022-12-25 | 3
            20201225 | RRULE:FREQ=YEARLY;UNTIL=20221224                                   | 2020-12-25 2021-12-25            | 2
            20201225 | RRULE:FREQ=YEARLY;UNTIL=20221225T030000Z                           | 2020-12-25 2021-12-25 2022-12-25 | 3
            20201225 | RRULE:FREQ=YEARLY;UNTIL=20221225T025959Z                           | 2020-12-25 2021-12-25            | 2
            20201225 | RRULE:FREQ=YEARLY;COUNT=4/EXDATE;VALUE=DATE:20211225               | 2020-12-25 2022-12-25 2023-12-25 | 3
            20201225 | RRULE:FREQ=YEARLY;COUNT=3/EXDATE:20211225T000000                    | 2020-12-25 2022-12-25            | 2
            20201225 | RRULE:FREQ=YEARLY;COUNT=2/RDATE;VALUE=DATE:20210104,20211225       | 2020-12-25 2021-12-25 2021-01-04 | 3
            20210104 | RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1MO;COUNT=3                      | 2021-01-04 2022-01-03 2023-01-02 | 3
            20240229 | RRULE:FREQ=YEARLY;COUNT=2                                          | 2024-02-29 2028-02-29            | 2
            20270208 | RRULE:FREQ=WEEKLY;COUNT=2                                          | 2027-02-08 2027-02-15            | 2
            """)
    void a_rule_is_followed_on_the_calendar(String start, String rules, String first, int count) {
        var times = times(event("DTSTART;VALUE=DATE:" + start + "/" + rules));
        assertThat(times).hasSize(count);
        assertThat(String.join(" ", times.subList(0, Math.min(3, count)))).isEqualTo(first);
    }

    @Test
    void hours_that_repeat_stay_on_the_clock_of_their_zone() {
        assertThat(times(event("DTSTART;TZID=America/New_York:20251224T140000/DURATION:PT1H"
                        + "/RRULE:FREQ=DAILY;COUNT=3/EXDATE;TZID=America/New_York:20251225T140000")))
                .containsExactly(
                        "2025-12-24T19:00:00Z..2025-12-24T20:00:00Z", "2025-12-26T19:00:00Z..2025-12-26T20:00:00Z");
        assertThat(times(event("DTSTART;TZID=America/New_York:20270313T020000/DURATION:PT1H/RRULE:FREQ=DAILY;COUNT=3")))
                .containsExactly(
                        "2027-03-13T07:00:00Z..2027-03-13T08:00:00Z",
                        "2027-03-14T07:00:00Z..2027-03-14T08:00:00Z",
                        "2027-03-15T06:00:00Z..2027-03-15T07:00:00Z");
    }

    @Test
    void a_zone_may_be_one_that_the_file_defines() {
        var zone =
                """
                BEGIN:VTIMEZONE
                TZID:E. South America Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T000000
                TZOFFSETFROM:-0300
                TZOFFSETTO:-0300
                END:STANDARD
                END:VTIMEZONE
                """;
        assertThat(times(zone + event("DTSTART;TZID=E. South America Standard Time:20261224T140000/DURATION:PT4H")))
                .containsExactly("2026-12-24T17:00:00Z..2026-12-24T21:00:00Z");
    }

    @Test
    void an_occurrence_that_was_moved_is_where_it_was_moved_to_and_a_cancelled_one_nowhere() {
        var yearly = event("DTSTART;VALUE=DATE:20251120/RRULE:FREQ=YEARLY;COUNT=3");
        var moved = event("RECURRENCE-ID;VALUE=DATE:20261120/DTSTART;VALUE=DATE:20261123");
        var cancelled = event("RECURRENCE-ID;VALUE=DATE:20271120/DTSTART;VALUE=DATE:20271120/STATUS:CANCELLED");
        assertThat(times(yearly + moved + cancelled)).containsExactly("2025-11-20", "2026-11-23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\n\r\n"})
    void line_ends_folding_and_a_mark_in_front_do_not_matter(String end) {
        var text =
                """
                \uFEFFBEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:Consciência
                  Negra
                DTSTART;VALUE=DAT
                 E:20261120
                END:VEVENT
                END:VCALENDAR
                """;
        var times = IcsFile.read(text.replace("\n", end), new Source("x.ics", problems), SAO_PAULO);
        assertThat(problems).isEmpty();
        assertThat(times).extracting(IcsTime::name).containsExactly("Consciência Negra");
    }

    @Test
    void what_does_not_decide_when_an_event_is_may_be_sloppy() {
        assertThat(times(event("DTSTART;VALUE=DATE:20261120/DTSTAMP:yesterday/GEO:here/X-ANYTHING:1")))
                .containsExactly("2026-11-20");
    }

    /** What the mutations of a file do to the library is a problem of that file, and none of the engine's. */
    @Test
    void a_file_with_slips_of_the_hand_is_read_or_refused() throws IOException {
        var good = Files.readString(Path.of("config/feriados-sp.ics"))
                .replace(
                        "END:VCALENDAR",
                        event(
                                        "DTSTART;TZID=Europe/Lisbon:20261224T140000/DURATION:PT1H"
                                                + "/RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=12;BYDAY=-1FR;UNTIL=20301224T140000Z/EXDATE:20281224")
                                + "END:VCALENDAR");
        var random = new Random(5);
        for (var i = 0; i < 500; i++) {
            var slip = new StringBuilder(good);
            for (var k = 0; k < 4; k++) {
                slip.setCharAt(random.nextInt(slip.length()), "019:;=,-/TZ\n\"".charAt(random.nextInt(13)));
            }
            assertThatCode(() -> IcsFile.read(slip.toString(), new Source("x.ics", problems), SAO_PAULO))
                    .as(slip.toString())
                    .doesNotThrowAnyException();
        }
        assertThat(problems).isNotEmpty();
    }

    private List<String> times(String components) {
        var text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n";
        var times = IcsFile.read(text, new Source("x.ics", problems), SAO_PAULO);
        assertThat(problems).isEmpty();
        return times.stream().map(IcsFileTest::words).toList();
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\nUID:1\nSUMMARY:Natal\n" + lines.replaceAll("/(?=[A-Z]+[;:-])", "\n") + "\nEND:VEVENT\n";
    }

    private static String words(IcsTime time) {
        if (time instanceof IcsTime.Hours hours) {
            return hours.from() + ".." + hours.until();
        }
        var days = (IcsTime.WholeDays) time;
        return days.first().equals(days.last()) ? "" + days.first() : days.first() + ".." + days.last();
    }
}
