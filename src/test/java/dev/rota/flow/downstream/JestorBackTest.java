package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.SignatureRefused;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a trigger of Jestor posts, as the page of Jestor shows it, become news. */
class JestorBackTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String ROW =
            "{\"id_atendimentos\": 7, \"rota_reference\": \"rota-42\", \"responsavel\": %s, \"situacao\": \"%s\"}";

    private final Listening jestor = new Listening(
            "jestor-back",
            Map.of(
                    "secret", "a secret of this test",
                    "table", "atendimentos",
                    "messages", "mensagens",
                    "owner", ".responsavel",
                    "status", "{\"aberto\": \"in_progress\", \"fechado\": \"closed\"}[.situacao]",
                    "private", ".interna",
                    "self", "100"));

    @AfterEach
    void close() {
        jestor.close();
    }

    @Test
    void only_what_has_changed_in_a_row_is_news_with_the_ticket_and_who() {
        assertThat(hear(row(ROW.formatted("3902", "fechado"), ROW.formatted("3901", "aberto"), "3901")))
                .containsExactly(
                        new TicketNews("desk", "#1.0", "7", "rota-42", new Owner("3902"), "3901", NOW),
                        new TicketNews("desk", "#1.1", "7", "rota-42", new Standing(Status.CLOSED), "3901", NOW));
        assertThat(hear(row(ROW.formatted("null", "aberto"), ROW.formatted("3901", "aberto"), "3901")))
                .extracting(TicketNews::what)
                .containsExactly(new Owner(null));
        assertThat(hear(row(ROW.formatted("3901", "aberto"), ROW.formatted("3901", "aberto"), "3901")))
                .isEmpty();
    }

    @Test
    void without_the_row_before_all_is_told_and_a_status_that_means_nothing_here_is_not() {
        assertThat(hear(row(ROW.formatted("3901", "em análise"), "null", "")))
                .containsExactly(new TicketNews("desk", "#1.0", "7", "rota-42", new Owner("3901"), null, NOW));
    }

    @Test
    void a_row_of_messages_is_an_answer_or_a_note_and_the_same_row_is_the_same_news() {
        var heard = hear(message("\"Bom dia!\"", "null", "false", "null"));

        assertThat(heard)
                .containsExactly(new TicketNews("desk", "message-31", "7", null, new Reply("Bom dia!"), "3901", NOW));
        assertThat(hear(message("\"Bom dia!\"", "null", "false", "null"))).isEqualTo(heard);
        assertThat(hear(message("\"VIP\"", "\"\"", "true", "null")))
                .extracting(TicketNews::what)
                .containsExactly(new Note("VIP"));
    }

    @Test
    void what_rota_wrote_what_is_changed_afterwards_and_other_tables_are_none() {
        assertThat(hear(message("\"Bom dia!\"", "\"rota-m-9001\"", "false", "null")))
                .isEmpty();
        assertThat(hear(message("\"Bom dia!\"", "null", "false", "{\"text\": \"Bom\"}")))
                .isEmpty();
        assertThat(hear(row(ROW.formatted("3902", "fechado"), "null", "100"))).isEmpty();
        assertThat(hear(row(ROW.formatted("3902", "fechado"), "null", "7").replace("\"atendimentos\"", "\"estoque\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer another secret", "a secret of this test", "Bearer ", ""})
    void who_does_not_know_the_secret_is_refused(String authorization) {
        var body = message("\"Bom dia!\"", "null", "false", "null");

        assertThatThrownBy(() -> jestor.hear(NOW, Map.of("authorization", authorization), body))
                .isInstanceOf(SignatureRefused.class);
        assertThatThrownBy(() -> jestor.hear(NOW, Map.of(), body))
                .isInstanceOf(SignatureRefused.class)
                .hasMessage("the call has no Authorization");
    }

    @Test
    void its_page_shows_calls_and_news() throws IOException {
        hear(row(ROW.formatted("3902", "fechado"), ROW.formatted("3901", "aberto"), "3901"));
        hear(message("\"Bom dia!\"", "null", "false", "null"));
        hear(message("\"Bom dia!\"", "\"rota-m-9001\"", "false", "null"));

        HeardPage.check("jestor", jestor.heard(), null);
    }

    private List<TicketNews> hear(String body) {
        return jestor.hear(NOW, Map.of("authorization", "Bearer a secret of this test"), body);
    }

    private static String row(String row, String before, String by) {
        return "{\"table\": \"atendimentos\", \"row\": %s, \"before\": %s, \"by\": \"%s\"}".formatted(row, before, by);
    }

    private static String message(String text, String marker, String secluded, String before) {
        return """
                {"table": "mensagens", "before": %s, "by": 3901,
                 "row": {"id_mensagens": 31, "text": %s, "rota_marker": %s, "interna": %s, "ticket": 7}}"""
                .formatted(before, text, marker, secluded);
    }
}
