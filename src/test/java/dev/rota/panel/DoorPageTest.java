package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = PanelAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rota.public-url=http://rota.example")
@ActiveProfiles("demo")
class DoorPageTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void come() {
        visitor = new Visitor(port);
    }

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
                .hasValueSatisfying(to -> assertThat(to).endsWith("/door"));

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
        park();
        visitor.post("/door/parked/replay");
        assertThat(visitor.get("/door").body()).contains("Nothing is parked.");
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
