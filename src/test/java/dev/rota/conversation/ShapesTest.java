package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Heard;
import dev.rota.desk.Profile;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said comes out of the ledger as it went in. */
class ShapesTest {

    private static final String LIA = "5511900000001";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Content> shapes() {
        return Stream.of(
                new Content.Choice("button", "b1", "Sim"),
                new Content.Media("image", "m1", "image/jpeg", "olha", null),
                new Content.Media("document", "m2", null, null, "fatura.pdf"),
                new Content.Location(-23.5, -46.6, "Casa", null),
                new Content.Contacts(List.of(new Content.Contacts.Card("Rui", List.of("+55 11 98765-4321"), true))),
                new Content.Order(
                        "c1", List.of(new Content.Order.Item("fibra", 2, new BigDecimal("99.90"), "BRL")), "por favor"),
                new Content.Form("flow", "enviado", Map.of("cep", "01000-000")),
                new Content.CallPermission(true, false, Instant.parse("2026-12-01T00:00:00Z")),
                new Content.Call("connect", true),
                new Content.Reaction("👍"),
                new Content.Reaction(null),
                new Content.Edit(new Content.Media("image", "m3", null, "novo", null)),
                new Content.Revoke(),
                new Content.Account("user_changed_number", "mudou de número"),
                new Content.Handover("ai_agent", "customer_service", true),
                new Content.Unsupported("poll_creation", 131051),
                new Content.Other("hologram", true));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void every_shape_is_kept_with_all_that_it_holds(Content content) {
        desk.hear(Source.CUSTOMER, LIA, "w1", content, null);

        var message = desk.whole(desk.conversationOf(LIA)).messages().get(0);
        assertThat(message.content()).isEqualTo(content);
        assertThat(message.type()).isEqualTo(content.type());
        assertThat(message.text()).isEqualTo(content.text());
    }

    @Test
    void plain_words_take_no_more_room_than_their_text() {
        desk.hear(LIA, "oi", "support");

        assertThat(desk.count("SELECT count(*) FROM message WHERE content IS NULL")).isEqualTo(1);
    }

    @Test
    void what_was_forwarded_or_has_no_time_or_came_from_a_member_says_so() {
        var said = new Said(
                "w1", new Content.Text("veja"), desk.clock.instant(), false, null, null, null, true);
        var profile = new Profile(null, null, "Rui");
        desk.commit(desk.turn(
                new Heard.Message(desk.event(), Source.CUSTOMER, List.of(Desk.waId(LIA)), List.of(), profile, said),
                "support"));

        var message = desk.whole(desk.conversationOf(LIA)).messages().get(0);
        assertThat(message.forwarded()).isTrue();
        assertThat(message.timed()).isFalse();
        assertThat(message.member()).isEqualTo("Rui");
    }

    @Test
    void a_reply_shows_what_it_answers_even_from_an_earlier_chapter() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("quero fibra"), null);
        var first = desk.conversationOf(LIA);
        desk.commands.close(first, desk.epoch(first), desk.admin());
        desk.pass(Duration.ofDays(3));
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Text("e então?"), "w1");

        var second = desk.conversationOf(LIA);
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.whole(second).messages())
                .extracting(message -> message.quoted() == null ? null : message.quoted().text())
                .containsExactly("quero fibra");
    }

    @Test
    void the_latest_reaction_of_each_side_stands_on_its_message() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("oi"), null);
        react(Source.CUSTOMER, "w2", "👍");
        react(Source.CUSTOMER, "w3", "❤️");
        react(Source.PHONE_APP, "w4", "🙏");

        assertThat(onlyMessage().marks().reactions())
                .extracting(each -> each.direction() + " " + each.emoji())
                .containsExactly("in ❤️", "out 🙏");
        react(Source.CUSTOMER, "w5", null);
        assertThat(onlyMessage().marks().reactions())
                .extracting(Marks.Reaction::emoji)
                .containsExactly("🙏");
    }

    @Test
    void an_edited_message_keeps_its_first_words_and_a_deleted_one_keeps_them_too() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("quero 1"), null);
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Edit(new Content.Text("quero 2")), "w1");
        desk.hear(Source.CUSTOMER, LIA, "w3", new Content.Edit(new Content.Text("quero 3")), "w1");
        desk.hear(Source.CUSTOMER, LIA, "w4", new Content.Revoke(), "w1");

        var message = onlyMessage();
        assertThat(message.text()).isEqualTo("quero 1");
        assertThat(message.marks().edited()).isNotNull();
        assertThat(message.marks().edited().text()).isEqualTo("quero 3");
        assertThat(message.marks().deleted()).isNotNull();
        assertThat(message.marks().deleted().direction()).isEqualTo("in");
    }

    @Test
    void an_edit_that_comes_before_its_message_stands_for_itself_until_then() {
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Edit(new Content.Text("quero 2")), "w1");
        assertThat(onlyMessage().type()).isEqualTo("edit");
        assertThat(desk.state(desk.conversationOf(LIA))).startsWith("closed");

        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("quero 1"), null);
        var message = onlyMessage();
        assertThat(message.text()).isEqualTo("quero 1");
        assertThat(message.marks().edited()).isNotNull();
    }

    @Test
    void nobody_edits_what_the_other_side_said() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("quero 1"), null);
        desk.hear(Source.PHONE_APP, LIA, "w2", new Content.Edit(new Content.Text("não quero")), "w1");

        var messages = desk.whole(desk.conversationOf(LIA)).messages();
        assertThat(messages).extracting(Whole.Message::type).containsExactly("text", "edit");
        assertThat(messages.get(0).marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void a_reaction_in_a_later_chapter_is_shown_on_its_message_in_the_earlier_one() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Text("oi"), null);
        var first = desk.conversationOf(LIA);
        desk.commands.close(first, desk.epoch(first), desk.admin());
        desk.pass(Duration.ofDays(3));
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Text("voltei"), null);
        react(Source.CUSTOMER, "w3", "👍");

        assertThat(desk.whole(first).messages().get(0).marks().reactions()).hasSize(1);
        assertThat(desk.whole(desk.conversationOf(LIA)).messages())
                .extracting(Whole.Message::type)
                .containsExactly("text", "reaction");
    }

    @Test
    void a_list_previews_the_latest_message_by_its_time_and_type() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Media("audio", "m1", null, null, null), null);
        var late = desk.message(Source.CUSTOMER, Desk.waId(LIA), "w0", new Content.Text("antes"), null);
        desk.commit(desk.turn(earlier(late), "support"));

        var summary = desk.whole(desk.conversationOf(LIA)).summary();
        assertThat(summary.lastType()).isEqualTo("audio");
        assertThat(summary.lastMessageId()).isEqualTo((long) desk.count("SELECT max(id) FROM message"));
    }

    private static Heard.Message earlier(Heard.Message message) {
        var said = Said.of(
                message.said().wamid(),
                message.said().content(),
                message.said().at().minusSeconds(60));
        return new Heard.Message(
                message.event(), message.source(), message.identities(), List.of(), message.profile(), said);
    }

    private void react(Source source, String wamid, @Nullable String emoji) {
        desk.pass(Duration.ofSeconds(1));
        desk.hear(source, LIA, wamid, new Content.Reaction(emoji), "w1");
    }

    private Whole.Message onlyMessage() {
        var messages = desk.whole(desk.conversationOf(LIA)).messages();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }
}
