package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of shifts and switchovers, as a browser gets it. */
class ShiftsPageTest extends AtThePanel {

    @Autowired
    private FakeSwitchovers switchovers;

    @BeforeEach
    void at_the_desk() {
        switchovers.begin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Shifts and switchovers | in 21 min | Rehearse",
                "pt | Turnos e trocas        | em 21 min | Ensaiar",
                "es | Turnos y relevos       | en 21 min | Ensayar"
            })
    void two_weeks_of_lanes_and_what_comes_are_shown(String language, String title, String in, String rehearse)
            throws Exception {
        visitor.as("admin");

        var page = visitor.get("/shifts", "Accept-Language", language).body();

        assertThat(page)
                .contains(">" + title + "<", ">" + rehearse + "<", "comercial: day → night", "id=\"schedule\"")
                .containsPattern(in.replaceAll("\\d+", "2[0-2]"))
                .contains("/shifts/switchovers/8/run", "/shifts/switchovers/9/undo", "&lt;i&gt;storm&lt;/i&gt;")
                .doesNotContain("<style", " style=", "??", "<i>storm")
                .doesNotContainPattern("<script(?! defer src)");
        assertThat(page.split("class=\"day\"").length - 1)
                .as("a cell for each day of each queue")
                .isEqualTo(RosterPages.DAYS * FakeDesk.COMPANY.posts().size());
    }

    @Test
    void an_agent_sees_the_lanes_of_the_own_team_and_changes_nothing() throws Exception {
        visitor.as("ana");

        var page = visitor.get("/shifts").body();

        assertThat(page).contains("class=\"day\"").doesNotContain("id=\"schedule\"", "/run", "/undo");
        assertThat(page.split("class=\"day\"").length - 1)
                .isLessThan(RosterPages.DAYS * FakeDesk.COMPANY.posts().size());
        assertThat(visitor.post("/shifts/switchovers/8/run").statusCode()).isEqualTo(403);
        assertThat(switchovers.asked).isEmpty();
    }

    @Test
    void a_rehearsal_counts_what_it_does_and_says_what_would_be_wrong() throws Exception {
        visitor.as("admin");

        var plan = visitor.get("/shifts/rehearsal?at=2026-11-24T22:00:00Z&calendar=comercial")
                .body();

        assertThat(plan)
                .contains("1 open conversation", "1 is handed over", "nobody of queue sales is at work")
                .contains("rui would have 6 conversations, with room for 5", "20261124-000001")
                .contains("switchover to night: &lt;b&gt;Ana&lt;/b&gt; is off");
        assertThat(visitor.get("/shifts/switchovers/77").body()).contains("There is no switchover 77.");
    }

    @Test
    void operations_have_one_at_another_time_run_undo_and_cancel() throws Exception {
        visitor.as("admin");
        visitor.get("/shifts");

        assertThat(visitor.post(
                                "/shifts/switchovers",
                                "change",
                                "comercial|day|night",
                                "at",
                                "2026-11-24T20:30",
                                "policy",
                                "handOver",
                                "reason",
                                "storm")
                        .statusCode())
                .isEqualTo(302);
        visitor.post("/shifts/switchovers/8/run");
        visitor.post("/shifts/switchovers/9/undo");
        visitor.post("/shifts/switchovers/8/cancel");

        assertThat(switchovers.asked)
                .containsExactly(
                        "comercial day night at 2026-11-24T23:30:00Z handOver: storm by admin",
                        "run 8 by admin",
                        "undo 9 by admin",
                        "cancel 8 by admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comercial-day-night | 2026-11-24T20:30 | storm | No switchover is chosen.",
                "comercial/day/night | half past eight  | storm | &#39;half past eight&#39; is no time; expected one such as",
                "comercial/day/night | 2026-11-24T20:30 | ''    | The reason is missing."
            })
    void what_is_wrong_is_said_and_nothing_typed_is_lost(String change, String at, String reason, String sentence)
            throws Exception {
        visitor.as("admin");
        visitor.get("/shifts");

        var answer = visitor.post(
                "/shifts/switchovers",
                "change",
                change.replace('/', '|'),
                "at",
                at,
                "policy",
                "return",
                "reason",
                reason);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "value=\"" + at + "\"", "value=\"" + reason + "\"");
        assertThat(switchovers.asked).isEmpty();
    }
}
