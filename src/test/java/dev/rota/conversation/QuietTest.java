package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Heard;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs no answer is kept and shown, and changes nothing else. */
class QuietTest {

    private static final String LIA = "5511900000001";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Arguments> quiet() {
        return Stream.of(
                Arguments.of(Source.CUSTOMER, new Content.Reaction("👍")),
                Arguments.of(Source.CUSTOMER, new Content.Edit(new Content.Text("novo"))),
                Arguments.of(Source.CUSTOMER, new Content.Revoke()),
                Arguments.of(Source.CUSTOMER, new Content.Account("user_changed_number", "mudou")),
                Arguments.of(Source.CUSTOMER, new Content.CallPermission(true, true, null)),
                Arguments.of(Source.CUSTOMER, new Content.Call("terminate", true)),
                Arguments.of(Source.CUSTOMER, new Content.Handover("customer_service", "ai_agent", false)),
                Arguments.of(Source.CUSTOMER, new Content.Other("request_welcome", false)),
                Arguments.of(Source.STANDBY, new Content.Text("falo com o robô")),
                Arguments.of(Source.PHONE_APP, new Content.Text("já resolvi por aqui")),
                Arguments.of(Source.OTHER_APP, new Content.Text("sou o robô")));
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void it_goes_to_an_open_conversation_and_leaves_it_as_it_is(Source source, Content content) {
        desk.hear(LIA, "oi", "support");
        var conversation = desk.conversationOf(LIA);
        var before = desk.state(conversation);
        desk.hear(source, LIA, "w1", content, null);

        assertThat(desk.state(conversation)).isEqualTo(before);
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(2);
        assertThat(desk.count("SELECT count(*) FROM conversation")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM decision")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void it_goes_to_a_closed_conversation_however_old_without_reopening_it(Source source, Content content) {
        desk.hear(LIA, "oi", "support");
        var conversation = desk.conversationOf(LIA);
        desk.commands.close(conversation, 2, desk.admin());
        desk.pass(Duration.ofDays(9));
        desk.hear(source, LIA, "w1", content, null);

        assertThat(desk.state(conversation)).isEqualTo("closed support - 3");
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(2);
        assertThat(desk.count("SELECT count(*) FROM conversation")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void where_there_is_none_a_chapter_is_made_that_is_closed_from_the_start(Source source, Content content) {
        desk.hear(source, LIA, "w1", content, null);
        var conversation = desk.conversationOf(LIA);
        assertThat(desk.state(conversation)).isEqualTo("closed " + desk.company.fallback() + " - 1");
        assertThat(desk.tickets(conversation)).isEmpty();

        desk.pass(Duration.ofHours(1));
        desk.hear(LIA, "oi", "sales");
        assertThat(desk.conversationOf(LIA)).isEqualTo(conversation);
        assertThat(desk.state(conversation)).startsWith("in_progress sales");
        assertThat(desk.whole(conversation).summary().requestType()).isEqualTo("support");
    }

    @Test
    void a_closed_chapter_that_is_too_old_is_not_reopened() {
        desk.hear(Source.PHONE_APP, LIA, "w1", new Content.Text("bom dia"), null);
        var first = desk.conversationOf(LIA);
        desk.pass(Duration.ofDays(2));
        desk.hear(LIA, "oi", "support");

        assertThat(desk.conversationOf(LIA)).isNotEqualTo(first);
    }

    @Test
    void a_handover_to_us_is_decided_like_a_message() {
        desk.hear(Source.STANDBY, LIA, "w1", new Content.Text("quero falar com gente"), null);
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Handover("ai_agent", "customer_service", true), null);

        var conversation = desk.conversationOf(LIA);
        assertThat(desk.state(conversation)).startsWith("in_progress support");
        assertThat(desk.whole(conversation).summary().windowClosesAt())
                .as("what the customer told another app opens the window too")
                .isNotNull();
    }

    @Test
    void what_whatsapp_does_not_pass_on_opens_a_conversation_but_reopens_none() {
        desk.hear(Source.CUSTOMER, LIA, "w1", new Content.Unsupported("poll_creation", 131051), null);
        var conversation = desk.conversationOf(LIA);
        assertThat(desk.state(conversation)).startsWith("in_progress support");

        desk.commands.close(conversation, 2, desk.admin());
        desk.hear(Source.CUSTOMER, LIA, "w2", new Content.Unsupported("poll_update", 131051), null);
        assertThat(desk.state(conversation)).startsWith("closed");
        desk.pass(Duration.ofDays(2));
        desk.hear(Source.CUSTOMER, LIA, "w3", new Content.Unsupported("poll_update", 131051), null);
        assertThat(desk.conversationOf(LIA)).isNotEqualTo(conversation);
    }

    @Test
    void an_echo_is_ours_with_its_author_and_opens_no_window() {
        desk.hear(Source.PHONE_APP, LIA, "w1", new Content.Text("bom dia"), null);

        var whole = desk.whole(desk.conversationOf(LIA));
        assertThat(whole.messages().get(0).direction()).isEqualTo("out");
        assertThat(whole.messages().get(0).author()).isEqualTo("phone app");
        assertThat(whole.summary().windowClosesAt()).isNull();
    }

    @Test
    void an_echo_of_our_own_message_changes_nothing() {
        var conversation = replied("w-out");
        desk.hear(Source.OTHER_APP, LIA, "w-out", new Content.Text("olá"), null);

        assertThat(desk.whole(conversation).messages())
                .extracting(Whole.Message::author)
                .containsExactly(null, owner(conversation));
    }

    @Test
    void an_echo_that_is_quicker_than_metas_answer_gives_way_to_our_message() {
        desk.hear(LIA, "oi", "support");
        var conversation = desk.conversationOf(LIA);
        var message = reply(conversation);
        desk.hear(Source.OTHER_APP, LIA, "w-out", new Content.Text("olá"), null);
        desk.commit(new Heard.Progress(desk.event(), "w-out", MessageStatus.READ, desk.clock.instant(), null));
        desk.settled.accepted(message, "w-out");

        assertThat(desk.whole(conversation).messages())
                .extracting(each -> each.author() + " " + each.status())
                .containsExactly("null null", owner(conversation) + " read");
    }

    @Test
    void a_status_that_comes_before_the_echo_that_it_is_about_is_joined() {
        desk.commit(new Heard.Progress(
                desk.event(), "w1", MessageStatus.FAILED, desk.clock.instant(), "131047: more than 24 hours"));
        desk.hear(Source.PHONE_APP, LIA, "w1", new Content.Text("bom dia"), null);

        var message = desk.whole(desk.conversationOf(LIA)).messages().get(0);
        assertThat(message.status()).isEqualTo("failed");
        assertThat(message.error()).isEqualTo("131047: more than 24 hours");
        desk.commit(new Heard.Progress(desk.event(), "w1", MessageStatus.DELIVERED, desk.clock.instant(), null));
        message = desk.whole(desk.conversationOf(LIA)).messages().get(0);
        assertThat(message.status()).isEqualTo("delivered");
        assertThat(message.error()).isNull();
    }

    @Test
    void after_an_echo_a_reply_on_a_stale_view_is_refused() {
        desk.hear(LIA, "oi", "support");
        var conversation = desk.conversationOf(LIA);
        var seen = (long) desk.count("SELECT max(id) FROM message");
        desk.hear(Source.PHONE_APP, LIA, "w1", new Content.Text("já respondi"), null);

        assertThatThrownBy(() -> desk.commands.reply(
                        conversation, Answering.text(2, seen, "olá"), desk.agent(owner(conversation))))
                .isInstanceOf(Refusal.Stale.class);
    }

    private long replied(String wamid) {
        desk.hear(LIA, "oi", "support");
        var conversation = desk.conversationOf(LIA);
        desk.settled.accepted(reply(conversation), wamid);
        return conversation;
    }

    private long reply(long conversation) {
        return desk.commands.reply(
                conversation, Answering.text(desk.epoch(conversation), null, "olá"), desk.agent(owner(conversation)));
    }

    private String owner(long conversation) {
        return desk.jdbc
                .sql("SELECT owner FROM conversation WHERE id = ?")
                .param(conversation)
                .query(String.class)
                .single();
    }
}
