package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsPageTest extends AtThePanel {

    private static final String WEEK = "/reports?from=2026-11-18&to=2026-11-24";

    @BeforeEach
    void a_supervisor() throws Exception {
        visitor.as("otto");
    }

    @ParameterizedTest
    @CsvSource({
        "en, First answer, Wall time, In progress",
        "pt, Primeira resposta, Tempo corrido, Em atendimento",
        "es, Primera respuesta, Tiempo corrido, En curso"
    })
    void it_speaks_the_readers_language(String language, String first, String wall, String open) throws Exception {
        assertThat(visitor.get(WEEK + "&clock=wall", "Accept-Language", language)
                        .body())
                .contains(">" + first + "<", ">" + wall + "<", ">" + open + "<")
                .doesNotContain("??");
    }

    @Test
    void each_figure_leads_to_its_rows_and_both_to_the_same_table() throws Exception {
        var page = visitor.get(WEEK + "&clock=wall").body();

        assertThat(page)
                .contains("1 · p50 2 min · p90 2 min", "1 · p50 9 min · p90 9 min", "1 · p50 30 min · p90 30 min")
                .contains("id=\"first-ana\"", "&amp;kind=first&amp;name=ana#rows")
                .contains("format=csv&amp;from=2026-11-18T", "&amp;by=agent&amp;clock=wall")
                .doesNotContain("20261124-000001");
        assertThat(visitor.get(WEEK + "&clock=wall&kind=first&name=ana").body())
                .containsOnlyOnce("20261124-000001")
                .contains("href=\"/conversations/1\"", ">2 min<");
        assertThat(visitor.get(WEEK + "&clock=wall&kind=first&name=bia").body()).doesNotContain("20261124-000001");
        assertThat(visitor.get(WEEK + "&kind=shoe&name=ana").body()).doesNotContain("id=\"rows\"");
    }

    @Test
    void what_was_open_leads_to_its_rows_and_both_are_drawn_from_the_table() throws Exception {
        var page = visitor.get(WEEK).body();

        assertThat(page)
                .contains("kind=waiting&amp;name=2026-11-18T03%3A00%3A00Z#rows\">4<")
                .contains("kind=in_progress&amp;name=2026-11-18T03%3A00%3A00Z#rows\">6<")
                .contains("data-form=\"line\" data-table=\"backlog-table\"", "data-of=\"first\" data-p50=\"120\"")
                .contains("First answer · Business time · America/Sao_Paulo");
        assertThat(visitor.get(WEEK + "&kind=waiting&name=2026-11-18T03:00:00Z").body())
                .contains("Waiting: 2026-11-18 00:00", "20261124-000001", "2026-11-17 23:53", ">7 min<");
        assertThat(visitor.get(WEEK + "&kind=waiting&name=noon").body()).doesNotContain("id=\"rows\"");
    }

    @Test
    void what_cannot_be_read_is_told_all_at_once_and_nothing_is_counted() throws Exception {
        var page = visitor.get("/reports?from=soon&to=2026-11-24&number=nobodys&team=sales&by=shoe&clock=sun")
                .body();

        assertThat(page)
                .contains("“soon” is no day; expected one such as 2026-11-24.")
                .contains("“nobodys”: you see nothing of that name", "“sales”: you see nothing of that name")
                .contains("“shoe” is nothing to tell figures apart by", "“sun” is no time to measure by")
                .doesNotContain("id=\"times\"", "id=\"backlog\"");
        assertThat(visitor.get("/reports?from=2026-11-24&to=2026-11-18").body()).contains("at most 62 days");
        assertThat(visitor.get("/reports?from=2026-01-01&to=2026-03-04").body()).contains("at most 62 days");
        assertThat(visitor.get("/reports?from=2026-01-01&to=2026-03-03").body()).contains("id=\"times\"");
    }
}
