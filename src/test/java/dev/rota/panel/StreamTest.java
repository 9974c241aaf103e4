package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.conversation.Feed;
import dev.rota.conversation.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = PanelAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rota.api-tokens=crm:auditor:t-auditor")
@ActiveProfiles("demo")
class StreamTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Feed feed;

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE feed, change, conversation, customer CASCADE").update();
        conversation(1, "support");
        conversation(2, "sales");
    }

    @Test
    void a_change_is_told_by_id_to_those_who_see_the_conversation() throws Exception {
        var ana = open(new Visitor(port).as("ana"));
        var otto = open(new Visitor(port).as("otto"));
        var bia = open(new Visitor(port).as("bia"));
        var program = open(new Visitor(port), "Authorization", "Bearer t-auditor");

        changed(1);
        changed(2);

        await().untilAsserted(
                        () -> assertThat(data(program)).containsExactly("data:{\"id\":\"1\"}", "data:{\"id\":\"2\"}"));
        await().untilAsserted(() -> assertThat(data(ana)).containsExactly("data:{\"id\":\"1\"}"));
        await().untilAsserted(() -> assertThat(data(otto)).containsExactly("data:{\"id\":\"1\"}"));
        await().untilAsserted(() -> assertThat(data(bia)).containsExactly("data:{\"id\":\"2\"}"));
        assertThat(ana).anyMatch("event:conversation"::equals);
    }

    @Test
    void who_comes_back_is_told_what_was_missed() throws Exception {
        var ana = new Visitor(port).as("ana");
        changed(1);
        var seen = feed.after(new Position(0, 0), 1).get(0).at();
        changed(1);

        var again = open(ana, "Last-Event-ID", seen.toString());
        await().untilAsserted(() -> assertThat(data(again)).containsExactly("data:{\"id\":\"1\"}"));
    }

    @Test
    void a_page_is_told_what_changed_since_it_was_made() throws Exception {
        var ana = new Visitor(port).as("ana");
        changed(2);
        var made = feed.head();
        changed(1);

        var lines = ana.follow("/api/stream?after=" + made);

        await().untilAsserted(() -> assertThat(data(lines)).containsExactly("data:{\"id\":\"1\"}"));
    }

    @Test
    void a_beat_says_that_everything_has_been_told() throws Exception {
        var ana = new Visitor(port).as("ana");
        changed(2);
        var before = feed.head();
        changed(1);

        var lines = ana.follow("/api/stream?after=" + before);

        await().untilAsserted(() -> assertThat(lines).contains("event:beat"));
        assertThat(lines.indexOf("event:beat")).isGreaterThan(lines.indexOf("data:{\"id\":\"1\"}"));
        assertThat(data(lines)).hasSize(1);
    }

    @Test
    void who_was_away_for_too_long_has_to_look_again() throws Exception {
        var ana = new Visitor(port).as("ana");
        changed(1);

        for (var last : List.of("1-1", "nonsense", "999999999999-1")) {
            var lines = open(ana, "Last-Event-ID", last);
            await().untilAsserted(() -> assertThat(lines).contains("event:snapshot"));
        }
    }

    @Test
    void a_stream_ends_with_the_session() throws Exception {
        var ana = new Visitor(port).as("ana");
        var otto = open(new Visitor(port).as("otto"));
        var lines = open(ana);

        ana.post("/logout");

        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(lines).contains("end"));
        assertThat(otto).doesNotContain("end");
    }

    @Test
    void one_person_has_so_many_streams_and_no_more() throws Exception {
        var nina = new Visitor(port).as("nina");
        for (var n = 0; n < Live.MOST_STREAMS; n++) {
            open(nina);
        }

        assertThat(nina.get("/api/stream").statusCode()).isEqualTo(429);
    }

    @Test
    void a_stranger_is_told_nothing() throws Exception {
        assertThat(new Visitor(port).get("/api/stream").statusCode()).isEqualTo(401);
    }

    /** Waits for the greeting, from which on everything is told. */
    private static List<String> open(Visitor visitor, String... headers) {
        var lines = visitor.follow("/api/stream", headers);
        await().untilAsserted(() -> assertThat(lines).contains(":status 200", ":live"));
        return lines;
    }

    private static List<String> data(List<String> lines) {
        var data = new ArrayList<>(lines);
        data.removeIf(line -> !line.startsWith("data:{\"id\""));
        return data;
    }

    private void changed(long conversation) {
        jdbc.sql("INSERT INTO feed (conversation) VALUES (:id)")
                .param("id", conversation)
                .update();
    }

    private void conversation(long id, String queue) {
        jdbc.sql(
                        """
                        WITH someone AS (INSERT INTO customer (id, created_at) VALUES (:id, now()) RETURNING id),
                        it AS (
                            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type,
                                priority, epoch, opened_at, waiting_since, last_message_at)
                            SELECT :id, :protocol, 'vendas', id, 'waiting', :queue, 'sales', 1, 1, now(), now(), now()
                            FROM someone RETURNING id)
                        INSERT INTO change (conversation, epoch, at, what, by, why, status, queue)
                        SELECT id, 1, now(), 'opened', 'rota', 'a customer wrote', 'waiting', :queue FROM it""")
                .param("id", id)
                .param("protocol", "20261124-00000" + id)
                .param("queue", queue)
                .update();
    }
}
