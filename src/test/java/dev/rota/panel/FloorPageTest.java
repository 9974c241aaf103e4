package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorPageTest extends AtThePanel {

    @ParameterizedTest
    @CsvSource({
        "en, Waiting now, Answer at risk, Share / fair",
        "pt, Esperando agora, Resposta em risco, Parte / justa",
        "es, En espera ahora, Respuesta en riesgo, Parte / justa"
    })
    void it_speaks_the_readers_language(String language, String waiting, String risk, String share) throws Exception {
        visitor.as("otto");

        assertThat(visitor.get("/floor", "Accept-Language", language).body())
                .contains(">" + waiting + "<", ">" + risk + "<", ">" + share + "<")
                .doesNotContain("??");
    }

    @Test
    void each_figure_leads_to_its_rows() throws Exception {
        visitor.as("otto");

        var page = visitor.get("/floor").body();

        assertThat(page)
                .contains("id=\"figure-waiting\" href=\"/?tab=waiting\">2<")
                .contains("id=\"figure-oldest\" href=\"/conversations/1?tab=waiting\">12 min<")
                .contains("id=\"figure-unowned\" href=\"/?tab=waiting&amp;q=owner%3Anone\">2<")
                .contains("href=\"/?tab=waiting&amp;q=due%3A15m\">1 waiting<")
                .contains("href=\"/?tab=team&amp;q=due%3A15m\">1 in progress<")
                .contains("id=\"figure-on\" href=\"#agents\"")
                .contains("id=\"figure-balance\" href=\"/door\">0<")
                .contains("href=\"/?tab=team&amp;q=owner%3Aana%20unread\">1<", "2.5 / 5", "2 min / 9 min", ">75 %<");
        for (var list :
                new String[] {"/?tab=waiting&q=due%3A15m", "/?tab=team&q=owner%3Aana%20unread%20team%3Asupport"}) {
            assertThat(visitor.get(list).body()).doesNotContain("id=\"filter-fault\"");
        }
    }

    @Test
    void a_number_or_a_team_narrows_the_figures_and_leaves_the_totals_beside_them() throws Exception {
        visitor.as("admin");

        var page = visitor.get("/floor?number=vendas&team=sales").body();

        assertThat(page)
                .contains("2 in all", "q=owner%3Anone%20number%3Avendas%20team%3Asales", "Bia Nunes")
                .doesNotContain("Ana Prado");
        assertThat(visitor.get("/floor").body()).doesNotContain("in all<").contains("Ana Prado", "Bia Nunes");
    }

    @Test
    void what_the_viewer_does_not_see_is_a_sentence_beside_its_field() throws Exception {
        visitor.as("otto");

        for (var address : new String[] {"/floor?number=%3Cb%3E", "/floor?number=vendas"}) {
            var answer = visitor.get(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("you see nothing of that name", "aria-invalid=\"true\"")
                    .doesNotContain("<b>”");
        }
        assertThat(visitor.get("/floor?team=sales").body()).contains("“sales”: you see nothing of that name");
    }

    @Test
    void an_agent_sees_the_own_team_and_is_not_sent_to_the_door() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/floor").body())
                .contains("Ana Prado", "Suporte")
                .doesNotContain("Bia Nunes", "Vendas", "href=\"/door\"");
    }
}
