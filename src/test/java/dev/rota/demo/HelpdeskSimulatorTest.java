package dev.rota.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpdeskSimulatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HelpdeskSimulator helpdesk = new HelpdeskSimulator("http://localhost:8080/demo/helpdesk");

    /** Commands are {@code op:key[:ticket]}; what counts is the answer to the last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ticket:7                                | 201 | created  | 1 | 0
                    ticket:7 ticket:7                       | 200 | existing | 1 | 1
                    ticket:7 ticket:7 ticket:7              | 200 | existing | 1 | 2
                    ticket:7 ticket:8                       | 201 | created  | 2 | 0
                    ticket:7 ticket:8:HD-1001               | 200 | changed  | 1 | 0
                    ticket:7 message:8:HD-1001              | 200 | changed  | 1 | 0
                    ticket:7 message:8:HD-1001 message:8    | 200 | existing | 1 | 1
                    ticket:7 status:8:HD-1001 ticket:7      | 200 | existing | 1 | 1
                    ticket:7 note:8:HD-9                    | 404 |          | 1 | 0
                    message:7                               | 422 |          | 0 | 0
                    message:7 ticket:7                      | 201 | created  | 1 | 0
                    sing:7                                  | 422 |          | 0 | 0
                    """)
    void a_command_is_carried_out_once_for_each_key(
            String commands, int status, String outcome, int tickets, long repeats) {
        var answers = Arrays.stream(commands.split(" ")).map(this::handle).toList();

        var last = answers.get(answers.size() - 1);
        assertThat(last.status()).isEqualTo(status);
        assertThat(last.body().get("outcome")).isEqualTo(outcome);
        var shelf = helpdesk.shelf();
        assertThat(shelf.tickets()).hasSize(tickets);
        assertThat(shelf.repeats()).isEqualTo(repeats);
        assertThat(shelf.requests()).isEqualTo(answers.size());
    }

    @Test
    void a_repeated_key_answers_the_ticket_that_it_already_has() {
        var first = handle("ticket:7").body();
        handle("ticket:8");
        var again = handle("ticket:7").body();

        assertThat(again.get("ticketId")).isEqualTo(first.get("ticketId"));
        assertThat(again.get("link")).isEqualTo("http://localhost:8080/demo/helpdesk#HD-1001");
    }

    @Test
    void a_command_without_its_key_in_the_header_is_refused() {
        assertThat(helpdesk.handle(null, command("ticket", "7")).status()).isEqualTo(400);
        assertThat(helpdesk.handle("8", command("ticket", "7")).status()).isEqualTo(400);
        assertThat(helpdesk.shelf().tickets()).isEmpty();
    }

    @Test
    void a_command_that_lacks_a_field_of_the_contract_is_refused_by_name() {
        var incomplete = command("ticket", "7").without("because");

        var answer = helpdesk.handle("7", incomplete);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("error")).contains("[because]");
    }

    @Test
    void a_ticket_shows_owner_because_and_every_message_once() {
        handle("ticket:7");
        handle("message:8:HD-1001");
        helpdesk.handle("9", command("message", "9").put("ticketId", "HD-1001").put("epoch", 2));

        var ticket = helpdesk.shelf().tickets().get(0);

        assertThat(ticket.state().owner()).isEqualTo("Ana Prado");
        assertThat(ticket.state().because())
                .containsExactly("triage/queue.camel.yaml:12 otherwise → true", "ana in: least loaded");
        assertThat(ticket.entries()).extracting(HelpdeskTicket.Entry::text).containsExactly("caiu a internet");
    }

    @Test
    void whoever_takes_over_finds_a_note() {
        handle("ticket:7");
        var command = command("ticket", "8").put("ticketId", "HD-1001").put("epoch", 3);
        command.putObject("brief")
                .put("question", "caiu de novo?")
                .put("askedAt", "2026-11-24T13:05:00Z")
                .put("waitingSince", "2026-11-24T13:05:00Z")
                .put("windowClosesAt", "2026-11-25T13:05:00Z");

        helpdesk.handle("8", command);

        assertThat(helpdesk.shelf().tickets().get(0).entries())
                .filteredOn(entry -> entry.op().equals("note"))
                .extracting(HelpdeskTicket.Entry::text)
                .containsExactly("Ana Prado takes over. Asked last: “caiu de novo?”. Without an answer since"
                        + " 2026-11-24T13:05:00Z. May be answered freely until 2026-11-25T13:05:00Z.");
    }

    @Test
    void a_command_of_an_epoch_that_is_over_does_not_take_the_ticket_back() {
        handle("ticket:7");
        helpdesk.handle(
                "8",
                command("status", "8")
                        .put("ticketId", "HD-1001")
                        .put("epoch", 3)
                        .put("status", "closed"));
        helpdesk.handle("9", command("status", "9").put("ticketId", "HD-1001").put("epoch", 2));

        assertThat(helpdesk.shelf().tickets().get(0).state().status()).isEqualTo("closed");
    }

    private HelpdeskSimulator.Answer handle(String word) {
        var parts = word.split(":", -1);
        var command = command(parts[0], parts[1]);
        if (parts.length > 2) {
            command.put("ticketId", parts[2]);
        }
        return helpdesk.handle(parts[1], command);
    }

    private static ObjectNode command(String op, String key) {
        var command = JSON.createObjectNode()
                .put("op", op)
                .put("key", key)
                .put("conversation", "42")
                .put("protocol", "20261124-000042")
                .put("epoch", 1)
                .put("number", "suporte")
                .put("queue", "support")
                .put("requestType", "outage")
                .put("priority", "high")
                .put("status", "in_progress")
                .put("title", "outage: caiu a internet")
                .put("link", "http://localhost:8080/conversations/42");
        command.putObject("customer").put("id", "3").put("name", "Marina");
        command.putObject("owner").put("id", "ana").put("name", "Ana Prado");
        command.putArray("messages")
                .addObject()
                .put("id", "11")
                .put("direction", "in")
                .put("text", "caiu a internet")
                .put("at", "2026-11-24T13:00:00Z");
        var because = command.putArray("because");
        because.addObject()
                .put("file", "triage/queue.camel.yaml")
                .put("line", 12)
                .put("text", "otherwise")
                .put("value", "true");
        because.addObject().put("agent", "ana").put("in", true).put("reason", "least loaded");
        return command;
    }
}
