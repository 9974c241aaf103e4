package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk says whose answers don't go out, and takes notes that don't either. */
class StoppedNumbersPageTest extends AtThePanel {

    private static final String[] ENGLISH = {"Accept-Language", "en"};

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void mended() {
        jdbc.sql("DELETE FROM open_circuit").update();
    }

    @Test
    void a_number_that_can_not_send_is_told_to_who_sees_it_with_since_when_and_the_remedy() throws Exception {
        visitor.as("bia");
        assertThat(visitor.get("/", ENGLISH).body()).contains("hx-get=\"/circuits\"");
        assertThat(visitor.get("/circuits", ENGLISH).body()).doesNotContain("banner");

        stop("whatsapp.vendas");
        stop("helpdesk");
        assertThat(visitor.get("/circuits", ENGLISH).body())
                .contains("Answers from vendas have been waiting for 5 min, 0 of them.")
                .contains("put a new one in its place")
                .doesNotContain("helpdesk");
        assertThat(new Visitor(port).as("ana").get("/circuits", ENGLISH).body()).doesNotContain("vendas");
    }

    @Test
    void a_note_stands_in_the_thread_and_says_that_it_is_not_sent() throws Exception {
        visitor.as("ana");
        var id = desk.arrives("Maria Souza", "caiu");

        assertThat(visitor.get("/conversations/" + id, ENGLISH).body()).contains("id=\"command-note\"");
        visitor.post("/conversations/" + id + "/note", "epoch", "1", "text", " <b>roteador</b> trocado ");

        assertThat(visitor.get("/conversations/" + id, ENGLISH).body())
                .contains("message note", "&lt;b&gt;roteador&lt;/b&gt; trocado", "note, not sent", "Ana Prado");
    }

    private void stop(String downstream) {
        jdbc.sql("INSERT INTO open_circuit (downstream, since, reason, probe_at)"
                        + " VALUES (?, now() - interval '5 minutes', ?, now())")
                .params(downstream, "Meta's error 190: Meta refuses the access token; put a new one in its place")
                .update();
    }
}
