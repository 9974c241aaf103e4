package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Occasion;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutomaticAnswersTest {

    private static final String MARIA = "5511900000001";
    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");
    private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00-03:00");
    private static final AutomaticTexts TEXTS = new AutomaticTexts(
            "pt",
            Duration.ofHours(12),
            Duration.ofMinutes(15),
            Map.of(
                    Occasion.RECEIVED, Map.of("pt", "recebido {{protocol}}"),
                    Occasion.OUT_OF_HOURS, Map.of("pt", "{{queue}} volta {{nextOpening}}"),
                    Occasion.CLOSED, Map.of("pt", "até logo")),
            Map.of("sales", Map.of(Occasion.ASSIGNED, Map.of("pt", "{{agent}} vai atender"))));

    private final Desk desk = new Desk();

    @BeforeEach
    void there_are_texts() {
        desk.company = desk.company.saying(TEXTS);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_closed_queue_says_when_it_opens_and_not_twice_within_twelve_hours() {
        desk.clock.set(NIGHT);
        desk.hear(MARIA, "quero um plano", "sales");
        desk.hear(MARIA, "alô?", "sales");
        assertThat(said()).containsExactly("Vendas volta quarta-feira, 25/11, às 08:00");

        desk.pass(Duration.ofDays(1));
        desk.hear(MARIA, "ninguém?", "sales");
        assertThat(said()).hasSize(2).last().isEqualTo("Vendas volta quinta-feira, 26/11, às 08:00");
    }

    @Test
    void whoever_is_assigned_is_named_and_otherwise_the_message_is_acknowledged() {
        desk.clock.set(MORNING);
        desk.hear(MARIA, "quero um plano", "sales");
        desk.hear("5511900000002", "caiu", "support");
        assertThat(said().get(0)).matches("(Bia Nunes|Caio Reis|Duda Costa) vai atender");
        assertThat(said().get(1)).matches("recebido \\d{8}-\\d{6}");
    }

    @Test
    void what_waited_for_the_opening_is_told_who_takes_it_and_that_it_is_over() {
        desk.clock.set(NIGHT);
        desk.hear(MARIA, "quero um plano", "sales");
        desk.clock.set(MORNING);
        desk.drainer.drainAll();
        var conversation = desk.conversationOf(MARIA);
        desk.commands.close(conversation, desk.epoch(conversation), desk.admin());
        assertThat(said()).hasSize(3).element(2).isEqualTo("até logo");
        assertThat(said().get(1)).endsWith("vai atender");
    }

    @Test
    void a_message_that_comes_late_after_an_outage_gets_no_text() {
        desk.clock.set(NIGHT);
        var late = desk.turn(desk.message(MARIA, "quero um plano"), "sales");
        desk.pass(Duration.ofMinutes(16));
        desk.commit(late);
        assertThat(said()).isEmpty();
    }

    @Test
    void a_conversation_that_the_company_began_gets_no_text() {
        desk.clock.set(MORNING);
        desk.hear(Source.PHONE_APP, MARIA, "w1", new Content.Text("olá"), null);
        assertThat(said()).isEmpty();
    }

    @Test
    void a_number_in_shadow_mode_says_nothing() {
        desk.mode(Mode.SHADOW);
        desk.clock.set(NIGHT);
        desk.hear(MARIA, "quero um plano", "sales");
        assertThat(said()).isEmpty();
    }

    @Test
    void what_rota_said_is_no_answer_that_an_agent_must_have_seen() {
        desk.clock.set(MORNING);
        desk.hear(MARIA, "quero um plano", "sales");
        var conversation = desk.conversationOf(MARIA);
        var owner = desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
        desk.commands.reply(conversation, Answering.text(2, 1L, "olá"), desk.agent(owner));
        assertThat(desk.count("SELECT count(*) FROM message WHERE direction = 'out'"))
                .isEqualTo(2);
    }

    private List<String> said() {
        return desk.jdbc
                .sql("SELECT text FROM message WHERE author = 'rota' ORDER BY id")
                .query(String.class)
                .list();
    }
}
