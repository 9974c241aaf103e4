package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta's 131060: the first message of a lead comes as a placeholder, and a moment later with its content. */
class PlaceholderTest {

    private static final String LIA = "5511900000001";
    private static final Content PLACEHOLDER = new Content.Unsupported(null, 131060);
    private static final Content CONTENT = new Content.Text("vi o anúncio da fibra");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_content_takes_the_place_of_its_placeholder_and_is_decided_by_the_rules() {
        hear("w1", PLACEHOLDER, "support");
        var conversation = desk.conversationOf(LIA);
        assertThat(desk.state(conversation)).matches("in_progress support \\w+ 2");
        hear("w1", CONTENT, "sales");

        assertThat(desk.state(conversation)).matches("in_progress sales (bia|caio) 4");
        assertThat(desk.whole(conversation).messages())
                .extracting(Whole.Message::text)
                .containsExactly("vi o anúncio da fibra");
        assertThat(desk.count("SELECT count(*) FROM assignment WHERE to_at IS NULL"))
                .isEqualTo(1);
        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isEqualTo(1);
        assertThat(desk.whole(conversation).changes())
                .extracting(Whole.Change::what)
                .containsExactly("opened", "assigned", "moved", "assigned");
    }

    @Test
    void the_same_queue_keeps_its_agent() {
        hear("w1", PLACEHOLDER, "support");
        var before = desk.state(desk.conversationOf(LIA));
        hear("w1", CONTENT, "support");

        assertThat(desk.state(desk.conversationOf(LIA))).isEqualTo(before);
        assertThat(desk.count("SELECT count(*) FROM decision")).isEqualTo(2);
    }

    @Test
    void a_placeholder_that_comes_after_its_content_changes_nothing() {
        hear("w1", CONTENT, "sales");
        var before = desk.state(desk.conversationOf(LIA));
        hear("w1", PLACEHOLDER, "support");

        assertThat(desk.state(desk.conversationOf(LIA))).isEqualTo(before);
        assertThat(desk.whole(desk.conversationOf(LIA)).messages())
                .extracting(Whole.Message::type)
                .containsExactly("text");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void both_in_one_group_are_one_message(boolean placeholderFirst) {
        var waitsForTheGroup = desk.ledger.commit(desk.turn(desk.message("5511900000002", "oi"), "support"));
        var placeholder = desk.turn(desk.message(Source.CUSTOMER, Desk.waId(LIA), "w1", PLACEHOLDER, null), "support");
        var content = desk.turn(desk.message(Source.CUSTOMER, Desk.waId(LIA), "w1", CONTENT, null), "sales");
        var both = placeholderFirst
                ? Stream.of(placeholder, content).map(desk.ledger::commit)
                : Stream.of(content, placeholder).map(desk.ledger::commit);
        CompletableFuture.allOf(both.toArray(CompletableFuture[]::new))
                .handle((done, failed) -> failed)
                .join();
        waitsForTheGroup.join();
        // Should they have met in two groups, the second is worked off anew, as a lane does.
        hear("w1", CONTENT, "sales");

        assertThat(desk.count("SELECT count(*) FROM message WHERE wamid = 'w1' AND type = 'unsupported'"))
                .isZero();
        assertThat(desk.count("SELECT count(*) FROM conversation c JOIN customer_identity i USING (customer)"
                        + " WHERE i.value = '" + LIA + "'"))
                .isEqualTo(1);
    }

    @Test
    void once_somebody_has_replied_the_content_only_takes_its_place() {
        hear("w1", PLACEHOLDER, "support");
        var conversation = desk.conversationOf(LIA);
        var owner = desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
        desk.commands.reply(conversation, Answering.text(2, null, "o que você mandou?"), desk.agent(owner));
        hear("w1", CONTENT, "sales");

        assertThat(desk.state(conversation)).isEqualTo("in_progress support " + owner + " 2");
        assertThat(desk.whole(conversation).messages())
                .extracting(Whole.Message::text)
                .containsExactlyInAnyOrder("vi o anúncio da fibra", "o que você mandou?");
    }

    @Test
    void in_the_middle_of_a_talk_the_content_moves_nothing() {
        desk.hear(LIA, "oi", "support");
        var before = desk.state(desk.conversationOf(LIA));
        hear("w1", PLACEHOLDER, "support");
        hear("w1", CONTENT, "sales");

        assertThat(desk.state(desk.conversationOf(LIA))).isEqualTo(before);
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(2);
    }

    @Test
    void a_placeholder_of_another_number_stays() {
        hear("w1", PLACEHOLDER, "support");
        desk.jdbc.sql("UPDATE conversation SET number = 'another'").update();
        hear("w1", CONTENT, "sales");

        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(2);
    }

    private void hear(String wamid, Content content, String queue) {
        desk.commit(desk.turn(desk.message(Source.CUSTOMER, Desk.waId(LIA), wamid, content, null), queue));
    }
}
