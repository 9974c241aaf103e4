package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.said;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.Snippets;
import dev.rota.config.ConfigReader;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.Sent;
import dev.rota.flow.downstream.ContractFake.Response;
import dev.rota.flow.lint.CompanyLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What {@code docs/how-to/add-a-helpdesk.md} shows works as it stands: the files, and the helpdesk that it imagines. */
class MesaTest {

    private static final Path PAGE = Path.of("docs/how-to/add-a-helpdesk.md");

    @TempDir
    private Path company = Path.of("");

    private final Mesa mesa = new Mesa();

    @BeforeEach
    void a_company_that_has_followed_the_page() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), company.resolve("routes"));
        FileSystemUtils.copyRecursively(Path.of("config"), company.resolve("config"));
        var snippets = Snippets.of(PAGE, "yaml");
        Files.writeString(company.resolve("routes/downstream/mesa-ticket-action.kamelet.yaml"), snippets.get(1));
        var downstreams = company.resolve("config/downstreams.yaml");
        Files.writeString(downstreams, Files.readString(downstreams) + snippets.get(0) + snippets.get(2));
    }

    @AfterEach
    void close() {
        mesa.close();
    }

    @Test
    void its_files_pass_the_lint_and_are_read_as_it_says() {
        var config = company.resolve("config");

        assertThat(CompanyLint.of(config, company.resolve("routes"), Map.of(), Instant.EPOCH)
                        .problems())
                .isEmpty();
        var downstreams = ConfigReader.read(config, name -> "set").required().downstreams();
        assertThat(downstreams.get("crm")).isNotNull().satisfies(crm -> assertThat(crm.send())
                .containsExactlyInAnyOrder(Sent.ASSIGNED, Sent.CLOSED));
        assertThat(downstreams.get("mesa")).isNotNull();
    }

    @Test
    void a_conversation_is_a_ticket_there_from_its_creation_to_its_end() {
        try (var bringing = bringing()) {
            assertThat(bringing.bring(assigned())).isEqualTo(new Delivered("1", mesa.url() + "/t/1", "created"));
            bringing.bring(ticket("message", 9002, "in_progress", ANA, said(9002, "alguém aí?"))
                    .forTicket("1"));
            bringing.bring(ticket("status", 2, "closed", null).forTicket("1"));
        }
        assertThat(mesa.tickets).singleElement().satisfies(ticket -> {
            assertThat(ticket.path("status").asText()).isEqualTo("done");
            assertThat(ticket.path("comments").findValuesAsText("text")).containsExactly("Lia Sol: alguém aí?");
        });
    }

    @Test
    void an_answer_that_never_came_makes_no_second_ticket() {
        try (var bringing = bringing()) {
            mesa.cutsOffAfter("POST /tickets");
            assertThat(bringing.bring(assigned())).isInstanceOf(Ambiguous.class);
            assertThat(bringing.bring(assigned(), 2)).isEqualTo(new Delivered("1", mesa.url() + "/t/1", "existing"));
        }
        assertThat(mesa.tickets).hasSize(1);
    }

    @Test
    void a_success_that_refuses_is_refused() {
        try (var bringing = bringing()) {
            var unknown = Response.of(200, Map.of("tickets", List.of()));
            mesa.answersNext(unknown);
            mesa.answersNext(Response.of(200, Map.of("refused", "agent")));
            assertThat(bringing.bring(assigned())).isEqualTo(new Refused("desk refuses agent (200 to 'create')"));
        }
    }

    private Bringing bringing() {
        var with = Map.of("url", mesa.url(), "token", "m-1");
        return new Bringing(company.resolve("routes"), "mesa-ticket-action", with, true);
    }

    /** The helpdesk of the page. */
    private static final class Mesa extends ContractFake {

        private final List<ObjectNode> tickets = new ArrayList<>();

        @Override
        Response answer(Request request) {
            must(request.header("Authorization").equals("Bearer m-1"), "a bearer token");
            return switch (request.method() + " " + request.path()) {
                case "GET /tickets" -> {
                    var found = tickets.stream()
                            .filter(each -> request.query()
                                    .equals("ref=" + each.path("ref").asText()))
                            .toList();
                    yield Response.of(200, Map.of("tickets", found));
                }
                case "POST /tickets" -> {
                    var ticket = ((ObjectNode) request.body()).put("id", tickets.size() + 1);
                    ticket.putArray("comments");
                    tickets.add(ticket);
                    yield Response.of(201, ticket);
                }
                case "PATCH /tickets/1" -> Response.of(200, tickets.get(0).setAll((ObjectNode) request.body()));
                case "POST /tickets/1/comments" ->
                    Response.of(201, tickets.get(0).withArray("comments").add(request.body()));
                case "GET /tickets/1/comments" -> Response.of(200, tickets.get(0));
                default -> throw new Violation("there is no such path");
            };
        }
    }
}
