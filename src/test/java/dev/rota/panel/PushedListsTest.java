package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A page is sent the list that it shows, and nobody else is. */
class PushedListsTest extends AtThePanel {

    private static final String LIST = "/conversations?tab=waiting&page=";

    @Test
    void what_changes_comes_over_the_stream_and_what_does_not_is_named_by_its_id() throws Exception {
        desk.arrives("Maria", "oi");
        var lines = open(visitor.as("admin"), "?page=one");
        assertThat(visitor.get(LIST + "one").body()).contains("data-version=\"1\"", "id=\"row-1\"");

        desk.arrives("João", "<b>bom dia</b>");

        await().untilAsserted(() -> assertThat(lists(lines)).hasSize(1));
        assertThat(lists(lines).get(0))
                .startsWith("data:{\"base\":1,\"version\":2,\"found\":")
                .contains("<li data-same=\\\"1\\\"></li>", "row-2", "data-waiting=\\\"2\\\"", "&lt;b&gt;bom dia")
                .doesNotContain("Maria", "<b>bom");
    }

    @Test
    void all_who_see_the_same_follow_from_what_each_was_given() throws Exception {
        var other = new Visitor(port).as("admin");
        var first = open(visitor.as("admin"), "?page=one");
        var second = open(other, "?page=two");
        visitor.get(LIST + "one");
        visitor.get(LIST + "one");
        other.get(LIST + "two");

        desk.arrives("Maria", "oi");

        await().untilAsserted(() -> assertThat(lists(first)).anyMatch(list -> list.startsWith("data:{\"base\":2,")));
        await().untilAsserted(() -> assertThat(lists(second)).anyMatch(list -> list.startsWith("data:{\"base\":1,")));
    }

    @Test
    void a_list_that_is_narrowed_or_longer_or_of_another_page_is_only_asked_for() throws Exception {
        var admin = visitor.as("admin");
        var lines = open(admin, "?page=one");

        for (var question : List.of(LIST + "one&q=oi", LIST + "one&limit=100", LIST + "nobody", LIST)) {
            assertThat(admin.get(question).body()).contains("id=\"list\"").doesNotContain("data-version");
        }
        assertThat(new Visitor(port).as("otto").get(LIST + "one").body()).doesNotContain("data-version");
        desk.arrives("Maria", "oi");
        await().untilAsserted(() -> assertThat(lines).contains("event:conversation"));
        desk.arrives("João", "oi");
        await().untilAsserted(() -> assertThat(lines).contains("data:{\"id\":\"2\"}"));

        assertThat(lists(lines)).isEmpty();
    }

    @Test
    void who_is_not_a_page_is_told_ids_alone() throws Exception {
        var admin = visitor.as("admin");
        var lines = open(admin, "");
        admin.get(LIST);

        desk.arrives("Maria", "oi");
        await().untilAsserted(() -> assertThat(lines).contains("data:{\"id\":\"1\"}"));
        desk.arrives("João", "oi");
        await().untilAsserted(() -> assertThat(lines).contains("data:{\"id\":\"2\"}"));

        assertThat(lines).doesNotContain("event:list");
    }

    private static List<String> open(Visitor visitor, String page) {
        var lines = visitor.follow("/api/stream" + page);
        await().untilAsserted(() -> assertThat(lines).contains("event:beat"));
        return lines;
    }

    private static List<String> lists(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:{\"base\"")).toList();
    }
}
