package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorPageTest extends AtThePanel {

    @Autowired
    JdbcClient jdbc;

    private void park() {
        jdbc.sql("TRUNCATE parked, pending, replay").update();
        jdbc.sql("INSERT INTO parked VALUES (7, gen_random_uuid(), 'message', 1, '999', now(), 'secret words',"
                        + " 'number is not in config/numbers.yaml', now(), 5)")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The door,  No webhook comes for number &#39;vendas&#39;., Replay all",
        "pt, A porta,   Nenhum webhook chega para o número &#39;vendas&#39;., Repetir todos",
        "es, La puerta, Ningún webhook llega para el número &#39;vendas&#39;., Repetir todos"
    })
    void the_door_says_which_number_is_silent_and_what_is_parked(
            String language, String title, String silent, String all) throws Exception {
        park();
        visitor.as("admin");

        var page = visitor.get("/door", "Accept-Language", language).body();

        assertThat(page)
                .contains(">" + title + "<", silent, "POST /{WABA_ID}/subscribed_apps", ">" + all + "<")
                .contains("<code>999</code>", "the account is under review", "number is not in config/numbers.yaml")
                .doesNotContain("secret words", "<style", " style=", "??")
                .doesNotContainPattern("<script(?! defer src)");
        assertThat(visitor.get("/").body()).contains("href=\"/door\"");
    }

    @Test
    void an_administrator_replays_from_the_door_and_a_supervisor_only_looks() throws Exception {
        park();
        jdbc.sql("UPDATE parked SET number = '100', reason = 'it failed'").update();
        visitor.as("nina");
        assertThat(visitor.get("/door").body()).contains("it failed").doesNotContain("/replay", "Tried again");
        assertThat(visitor.post("/door/parked/7/replay").statusCode()).isEqualTo(403);

        visitor.as("admin");
        visitor.get("/door");
        assertThat(visitor.post("/door/parked/7/replay").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/door?tried=1"));

        assertThat(visitor.get("/door").body())
                .contains(
                        "Nothing is parked.",
                        "Tried again lately",
                        "<span>1 event</span>",
                        "<span>by</span> <b>admin</b>");
        assertThat(jdbc.sql("SELECT by FROM replay WHERE event = 7")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        jdbc.sql("UPDATE parked SET replayed_at = NULL").update();
        assertThat(visitor.get("/door").body()).contains("<span>Tried again by</span> <b>admin</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2 parked events are replayed,  2 are replayed., Nothing was left to replay",
        "pt, 2 eventos estacionados são repetidos, 2 são repetidos., Não restava nada a repetir",
        "es, 2 eventos apartados se repiten, Se repiten 2.,  No quedaba nada por repetir"
    })
    void replaying_all_says_first_how_many_that_is_and_afterwards_how_many_it_was(
            String language, String effect, String tried, String nothing) throws Exception {
        park();
        jdbc.sql(
                        "INSERT INTO parked SELECT n, gen_random_uuid(), kind, lane, number, received_at, body, reason, parked_at, 5"
                                + " FROM parked, generate_series(8, 9) AS n")
                .update();
        jdbc.sql("UPDATE parked SET body = '' WHERE id = 9").update(); // erased
        visitor.as("admin");

        assertThat(visitor.get("/door").body())
                .contains("href=\"/door?again=true\"")
                .doesNotContain("name=\"count\"");
        assertThat(visitor.get("/door?again=true", "Accept-Language", language).body())
                .contains(effect, "name=\"count\" value=\"2\"");
        var stale = visitor.post("/door/parked/replay", "count", "3");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Nothing was replayed: 3 were announced, and meanwhile there are 2.");
        assertThat(jdbc.sql("SELECT count(*) FROM replay").query(Integer.class).single())
                .isZero();

        var done = visitor.post("/door/parked/replay", "count", "2").headers().firstValue("Location");
        assertThat(done).hasValueSatisfying(to -> assertThat(to).endsWith("/door?tried=2"));
        assertThat(visitor.get("/door?tried=2", "Accept-Language", language).body())
                .contains(tried);
        assertThat(visitor.get("/door?tried=0", "Accept-Language", language).body())
                .contains(nothing);
        assertThat(visitor.get("/door?again=true").body())
                .contains("No parked event can be replayed")
                .doesNotContain("<button class=\"primary\"");
        visitor.as("nina");
        assertThat(visitor.get("/door?again=true").body()).doesNotContain("id=\"effect\"");
    }

    @Test
    void a_supervisor_sees_no_parked_event_of_a_number_of_other_teams() throws Exception {
        park();
        jdbc.sql("UPDATE parked SET number = '100', reason = 'it failed'").update();

        visitor.as("otto");
        assertThat(visitor.get("/door").body()).doesNotContain("it failed");
        visitor.as("admin");
        assertThat(visitor.get("/door").body()).contains("it failed");
    }

    @Test
    void an_agent_neither_sees_the_door_nor_a_link_to_it() throws Exception {
        visitor.as("ana");

        assertThat(visitor.get("/").body()).doesNotContain("/door");
        assertThat(visitor.get("/door").statusCode()).isEqualTo(403);
    }
}
