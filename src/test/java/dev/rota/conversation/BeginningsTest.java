package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Delivery;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Occasion;
import dev.rota.desk.Reply;
import dev.rota.desk.Viewer;
import dev.rota.desk.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The company writes first: by template, in one commit, and whoever began it gets the answer. */
class BeginningsTest {

    private static final String LIA = "5511999990001";
    private static final AutomaticTexts TEXTS = new AutomaticTexts(
            "pt",
            Duration.ofHours(12),
            Duration.ofMinutes(15),
            Map.of(
                    Occasion.RECEIVED, Map.of("pt", "recebido"),
                    Occasion.OUT_OF_HOURS, Map.of("pt", "fechado"),
                    Occasion.ASSIGNED, Map.of("pt", "vai atender"),
                    Occasion.CLOSED, Map.of("pt", "até logo")),
            Map.of());

    private final Desk desk = new Desk();

    @BeforeEach
    void meta_has_templates() {
        desk.company = desk.company.saying(TEXTS);
        desk.templates.are(
                "visita pt_BR utility approved Olá {{1}}!", "fibra pt_BR marketing approved Agora 600 mega!");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void it_belongs_to_who_began_it_counts_as_theirs_and_is_told_like_any_assignment() {
        var conversation = begin("+55 11 99999-0001", null);

        assertThat(desk.state(conversation)).isEqualTo("in_progress support ana 2");
        assertThat(desk.count("SELECT open FROM agent_load WHERE agent = 'ana'"))
                .isEqualTo(1);
        assertThat(desk.tickets(conversation))
                .contains(conversation + ":ticket:2 in_progress")
                .anyMatch(told -> told.startsWith(conversation + ":reply:"));
        assertThat(sent()).singleElement().satisfies(reply -> {
            assertThat(reply.to()).isEqualTo("+" + LIA);
            assertThat(reply.wording().text()).isEqualTo("Olá Lia!");
        });
        assertThat(desk.whole(conversation).changes())
                .extracting(change -> change.what() + " " + change.by() + " " + change.why())
                .containsExactly("begun ana ana wrote first", "assigned ana ana wrote first");
    }

    @ParameterizedTest
    @CsvSource({"5511999990001", "551199990001"})
    void the_answer_comes_to_its_owner_from_whichever_form_of_the_phone(String from) {
        var conversation = begin("+5511999990001", null);
        desk.hear(from, "pode ser", "support");

        assertThat(desk.conversationOf(from)).isEqualTo(conversation);
        assertThat(desk.state(conversation)).isEqualTo("in_progress support ana 2");
        assertThat(desk.whole(conversation).summary().windowClosesAt()).isNotNull();
    }

    @Test
    void rota_says_nothing_by_itself_in_it_not_even_after_the_answer_or_at_its_end() {
        var conversation = begin(LIA, null);
        desk.hear(LIA, "pode ser", "support");
        desk.commands.release(conversation, desk.epoch(conversation), desk.admin());
        desk.hear(LIA, "alô?", "support");
        desk.commands.close(conversation, desk.epoch(conversation), desk.admin());

        assertThat(desk.count("SELECT count(*) FROM message WHERE author = 'rota'"))
                .isZero();
        desk.hear("5511999990002", "oi", "support");
        assertThat(desk.count("SELECT count(*) FROM message WHERE author = 'rota'"))
                .as("elsewhere it does")
                .isPositive();
    }

    @Test
    void a_customer_who_is_known_stays_one_and_an_open_conversation_is_not_doubled() {
        desk.hear(LIA, "caiu", "support");
        var first = desk.conversationOf(LIA);

        assertThatThrownBy(() -> begin(LIA, null))
                .hasMessageStartingWith("the customer has an open conversation with 'suporte' already: ")
                .isInstanceOf(Refusal.Stale.class);
        desk.commands.close(first, desk.epoch(first), desk.admin());
        var customer = desk.count("SELECT min(customer) FROM conversation");
        begin(String.valueOf(customer), null);

        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(1);
        assertThat(sent()).last().extracting(Reply::to).isEqualTo(LIA);
    }

    @Test
    void somebody_without_a_phone_is_reached_by_the_user_id() {
        begin("BR.13491208655302741918", null);
        assertThat(sent()).singleElement().extracting(Reply::recipient).isEqualTo("BR.13491208655302741918");
    }

    @Test
    void nobody_gets_more_than_their_capacity() {
        var capacity = Objects.requireNonNull(desk.company.agents().get("ana")).capacity();
        for (var n = 0; n < capacity; n++) {
            begin("55119999900" + (10 + n), null);
        }
        refused(() -> begin(LIA, null), "agent");
        assertThat(sent()).hasSize(capacity);
        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(capacity);
    }

    @Test
    void what_can_not_be_is_refused_with_the_field_and_leaves_nothing_behind() {
        refused(() -> begin("5511", "fibra", "support", "suporte", desk.agent("ana")), "customer");
        refused(() -> begin("lia@x.example", "fibra", "support", "suporte", desk.agent("ana")), "customer");
        refused(() -> begin("999", "fibra", "support", "suporte", desk.agent("ana")), "customer");
        refused(() -> begin(LIA, "fibr", "support", "suporte", desk.agent("ana")), "template.name");
        refused(() -> begin(LIA, "fibra", null, "nowhere", desk.agent("ana")), "number");
        refused(() -> begin(LIA, "fibra", null, "vendas", desk.agent("ana")), "number");
        refused(() -> begin(LIA, "fibra", "sales", "suporte", desk.agent("ana")), "queue");
        refused(() -> begin(LIA, "fibra", null, "suporte", desk.admin()), "agent");
        desk.mode(Mode.SHADOW);
        refused(() -> begin(LIA, "fibra", "support", "suporte", desk.agent("ana")), "number");

        assertThat(sent()).isEmpty();
        assertThat(desk.count("SELECT count(*) FROM customer")).isZero();
        assertThat(desk.count("SELECT count(*) FROM conversation")).isZero();
    }

    @Test
    void whoever_wants_no_marketing_is_not_written_to_first_either() {
        desk.hear(LIA, "caiu", "support");
        var first = desk.conversationOf(LIA);
        desk.commands.close(first, desk.epoch(first), desk.admin());
        desk.jdbc
                .sql("INSERT INTO customer_preference (customer, number, category, wanted, at)"
                        + " SELECT id, ?, 'marketing_messages', false, now() FROM customer")
                .param(Desk.SUPORTE)
                .update();

        refused(() -> begin(LIA, "fibra", "support", "suporte", desk.agent("ana")), "template");
    }

    private static void refused(Runnable command, String field) {
        assertThatThrownBy(command::run)
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo(field);
    }

    private long begin(String customer, @Nullable String agent) {
        var template = Wording.Template.unknown("visita", "pt_BR", List.of("Lia"));
        return desk.beginnings.begin(new Beginning("suporte", customer, template, "support", agent), desk.agent("ana"));
    }

    private long begin(String customer, String template, @Nullable String queue, String number, Viewer by) {
        var words = Wording.Template.unknown(template, "pt_BR", List.of());
        return desk.beginnings.begin(new Beginning(number, customer, words, queue, null), by);
    }

    private List<Reply> sent() {
        return desk.told.stream()
                .map(Delivery::body)
                .filter(Reply.class::isInstance)
                .map(Reply.class::cast)
                .toList();
    }
}
