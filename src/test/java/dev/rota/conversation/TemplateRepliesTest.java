package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rota.desk.Delivery;
import dev.rota.desk.Heard;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Reply;
import dev.rota.desk.Wording;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies by template: what Meta would refuse is refused here, and marketing goes to nobody who wants none. */
class TemplateRepliesTest {

    private static final String LIA = "5511999990001";
    private static final String REFUSAL = "Meta's error 131050: the customer wants no marketing from this number";

    private final Desk desk = new Desk();
    private long conversation;

    @BeforeEach
    void somebody_has_written() {
        desk.hear(LIA, "caiu minha fibra", "support");
        conversation = desk.conversationOf(LIA);
        desk.pass(Duration.ofHours(25));
        desk.templates.are(
                "visita pt_BR utility approved Olá {{1}}, a visita será {{2}}.",
                "visita en_US utility approved Hello {{1}}, we come {{2}}.",
                "fibra pt_BR marketing approved Agora 600 mega!",
                "boleto pt_BR utility paused Seu boleto.",
                "oferta pt_BR marketing rejected Compre!");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void outside_the_window_an_approved_template_goes_out_with_its_gaps_filled() {
        send(template("visita", "pt_BR", "Lia", "às 9h"));

        assertThat(sent())
                .singleElement()
                .extracting(Reply::wording)
                .asInstanceOf(type(Wording.Template.class))
                .satisfies(template -> {
                    assertThat(template.text()).isEqualTo("Olá Lia, a visita será às 9h.");
                    assertThat(template.gaps()).hasSize(2);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visit  | pt_BR | a,b | template.name       | there is no template 'visit'; did you mean 'visita'?",
                "xyz    | pt_BR |     | template.name       | there is no template 'xyz'; there are fibra, visita",
                "visita | es    | a,b | template.language   | template 'visita' is not there in 'es'; it is in pt_BR, en_US",
                "boleto | pt_BR |     | template.name       | template 'boleto' in pt_BR is paused at Meta; expected an approved one; there are fibra, visita",
                "oferta | pt_BR |     | template.name       | template 'oferta' in pt_BR is rejected at Meta; expected an approved one; there are fibra, visita",
                "visita | pt_BR | a   | template.parameters | template 'visita' in pt_BR has the gaps 1, 2; these are 1 parameters",
                "fibra  | pt_BR | a   | template.parameters | template 'fibra' in pt_BR has no gaps; these are 1 parameters",
                "visita | pt_BR | a,' ' | template.parameters | each parameter has 1 to 1024 characters, and no line breaks, tabs or more than four spaces in a row"
            })
    void what_meta_would_refuse_is_refused_with_the_field_and_nothing_is_sent(
            String name, String language, String parameters, String field, String sentence) {
        var values =
                parameters == null ? new String[0] : parameters.replace("'", "").split(",");

        assertThatThrownBy(() -> send(template(name, language, values)))
                .hasMessage(sentence)
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo(field);

        assertThat(sent()).isEmpty();
        assertThat(desk.count("SELECT count(*) FROM message WHERE direction = 'out'"))
                .isZero();
    }

    @Test
    void marketing_goes_to_nobody_who_has_asked_for_none_and_again_once_they_resume() {
        desk.commit(preference(false));
        refused();
        send(template("visita", "pt_BR", "Lia", "às 9h"));

        desk.pass(Duration.ofMinutes(1));
        desk.commit(preference(true));
        send(template("fibra", "pt_BR"));

        assertThat(sent()).hasSize(2);
    }

    @Test
    void metas_refusal_of_a_message_is_kept_as_the_customers_word() {
        var message = send(template("fibra", "pt_BR"));
        desk.settled.failed(message, MessageStatus.FAILED, REFUSAL);

        refused();
        assertThat(desk.whole(conversation).summary().customer().preferences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.wanted()).isFalse();
                    assertThat(one.number()).isEqualTo("suporte");
                });
    }

    @Test
    void so_is_a_refusal_that_comes_as_a_status_before_the_id_is_known_or_after() {
        var message = send(template("fibra", "pt_BR"));
        desk.commit(failed("wamid.1", "131050: User opted out"));
        desk.settled.accepted(message, "wamid.1");
        desk.settled.joined(message);
        refused();

        desk.pass(Duration.ofMinutes(1));
        desk.commit(preference(true));
        desk.settled.accepted(send(template("fibra", "pt_BR")), "wamid.2");
        desk.pass(Duration.ofMinutes(1));
        desk.commit(failed("wamid.2", "131050: User opted out"));
        refused();
    }

    @Test
    void another_failure_is_no_refusal_of_marketing() {
        desk.settled.failed(
                send(template("fibra", "pt_BR")), MessageStatus.FAILED, "Meta's error 131051: not this type; 1310500");
        send(template("fibra", "pt_BR"));
    }

    @Test
    void another_number_is_not_meant() {
        desk.commit(preference(false));
        desk.jdbc.sql("UPDATE customer_preference SET number = 'another'").update();
        send(template("fibra", "pt_BR"));
    }

    @Test
    void while_nothing_is_known_of_templates_meta_judges_but_nobody_who_wants_no_marketing_may_get_some() {
        desk.jdbc.sql("UPDATE conversation SET number = '106540352242922'").update();
        send(template("new", "pt_BR", "a"));
        assertThat(sent()).extracting(reply -> reply.wording().text()).containsExactly("[new] a");

        desk.commit(preference(false));
        desk.jdbc.sql("UPDATE customer_preference SET number = ''").update();
        assertThatThrownBy(() -> send(template("new", "pt_BR", "a"))).hasMessageContaining("no marketing");
    }

    @Test
    void news_of_a_template_has_the_list_fetched_again() {
        desk.commit(new Heard.Notice(desk.event(), "message_template_status_update", null));
        desk.commit(new Heard.Notice(desk.event(), "account_update", null));
        assertThat(desk.templates.outdated).hasValue(1);
    }

    private void refused() {
        assertThatThrownBy(() -> send(template("fibra", "pt_BR")))
                .hasMessageMatching(
                        "the customer has asked for no marketing from this number, on 2026-11-25; expected a template"
                                + " of another category");
    }

    private static Wording template(String name, String language, String... parameters) {
        return Wording.Template.unknown(name, language, List.of(parameters));
    }

    private long send(Wording wording) {
        var answer = new Answering(1, null, wording, "said by a test");
        return desk.commands.reply(conversation, answer, desk.admin());
    }

    private List<Reply> sent() {
        return desk.told.stream()
                .map(Delivery::body)
                .filter(Reply.class::isInstance)
                .map(Reply.class::cast)
                .toList();
    }

    private Heard.Progress failed(String wamid, String error) {
        return new Heard.Progress(desk.event(), wamid, MessageStatus.FAILED, desk.clock.instant(), error);
    }

    private Heard.Preference preference(boolean wanted) {
        return new Heard.Preference(
                desk.event(), List.of(Desk.waId(LIA)), "marketing_messages", wanted, desk.clock.instant());
    }
}
