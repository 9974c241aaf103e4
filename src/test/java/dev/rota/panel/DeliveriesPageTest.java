package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveriesPageTest extends AtThePanel {

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void deliveries_of_two_teams_to_two_downstreams() {
        Outbox.fill(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Deliveries, Parked,   2 parked deliveries are tried again: zendesk",
        "pt, Entregas,   Paradas,  2 entregas paradas são tentadas de novo: zendesk",
        "es, Entregas,   Detenidas, Se reintentan 2 entregas detenidas: zendesk"
    })
    void the_page_says_what_has_not_arrived_and_what_trying_all_again_would_do(
            String language, String title, String parked, String effect) throws Exception {
        visitor.as("admin");

        var page = visitor.get("/deliveries?downstream=zendesk&again=deliveries", "Accept-Language", language)
                .body();

        assertThat(page)
                .contains(">" + title + "<", ">" + parked + "<", effect, "name=\"count\" value=\"2\"")
                .contains("the ticket was refused", "20261124-000001", "<time datetime=\"2027-01-01T12:00:00Z\"")
                .doesNotContain("secret words", "<style", " style=", "??", "{0");
    }

    @Test
    void a_delivery_is_tried_again_once_and_the_page_says_by_whom() throws Exception {
        visitor.as("admin");
        assertThat(visitor.get("/deliveries?state=parked").body()).contains("/deliveries/1/retry");

        assertThat(visitor.post("/deliveries/1/retry").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("tried=1"));
        assertThat(visitor.post("/deliveries/1/retry").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("tried=0"));

        assertThat(visitor.get("/deliveries?tried=0").body())
                .contains("somebody else was quicker", "<span>Tried again by</span> <b>admin</b>")
                .contains("<span>1 delivery to zendesk</span>");
        assertThat(rows("SELECT state || attempts FROM delivery WHERE id = 1")).containsExactly("due0");
    }

    @Test
    void all_are_tried_again_as_they_were_announced_and_none_when_their_number_has_changed() throws Exception {
        visitor.as("admin");
        visitor.get("/deliveries");
        var stale = visitor.post("/deliveries/retry", "downstream", "zendesk", "count", "3");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Nothing was tried: 3 were announced, and meanwhile there are 2.");
        assertThat(rows("SELECT by FROM again")).isEmpty();

        assertThat(visitor.post("/deliveries/retry", "downstream", "zendesk", "count", "2")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("tried=2"));

        assertThat(rows("SELECT downstream || ' ' || kind || ' ' || state FROM delivery ORDER BY id"))
                .containsExactly(
                        "zendesk ticket due",
                        "zendesk ticket due",
                        "zendesk ticket due",
                        "crm ticket parked",
                        "whatsapp.vendas reply parked");
    }

    @Test
    void a_supervisor_sees_and_tries_again_what_is_of_the_own_teams_and_nothing_that_helpdesks_told() throws Exception {
        visitor.as("otto");
        var page = visitor.get("/deliveries").body();
        assertThat(page)
                .contains("20261124-000001")
                .doesNotContain("20261124-000002", "crm", "news has no text", "/deliveries/callbacks");
        assertThat(visitor.post("/deliveries/4/retry").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/deliveries/callbacks/1/replay").statusCode()).isEqualTo(403);
        assertThat(rows("SELECT by FROM again")).isEmpty();

        assertThat(visitor.post("/deliveries/1/retry").statusCode()).isEqualTo(302);
        assertThat(rows("SELECT by FROM again")).containsExactly("otto");
    }

    @Test
    void what_a_helpdesk_told_is_tried_again_and_never_shown() throws Exception {
        visitor.as("admin");
        assertThat(visitor.get("/deliveries?again=callbacks").body())
                .contains("news has no text", "1 piece of news is tried again")
                .doesNotContain("secret words");
        assertThat(visitor.post("/deliveries/callbacks/replay", "count", "7").statusCode())
                .isEqualTo(409);

        visitor.post("/deliveries/callbacks/replay", "count", "1");

        assertThat(rows("SELECT kind || ' by ' || by FROM again")).containsExactly("callback by admin");
        assertThat(visitor.get("/deliveries").body()).contains("<span>1 piece of news from zendesk</span>");
    }

    @Test
    void an_answer_to_a_customer_has_no_button_here() throws Exception {
        visitor.as("admin");
        assertThat(visitor.get("/deliveries?state=parked").body())
                .contains("answer to the customer")
                .doesNotContain("/deliveries/5/retry");
    }

    @Test
    void an_agent_neither_sees_the_page_nor_a_link_to_it() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/").body()).doesNotContain("/deliveries");
        assertThat(visitor.get("/deliveries").statusCode()).isEqualTo(403);
        assertThat(visitor.post("/deliveries/1/retry").statusCode()).isEqualTo(403);
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
