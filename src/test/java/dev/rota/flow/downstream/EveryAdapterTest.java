package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;
import dev.rota.flow.downstream.ContractFake.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same with every helpdesk, whatever its file: bad answers end in the closed list with a remedy, notes stay inside. */
class EveryAdapterTest {

    private static final String REMEDY = "config/downstreams.yaml";
    private static final Response HTML =
            new Response(200, "<html>Wartung +55 11 98765-4321</html>", "text/html; charset=utf-8", Map.of());
    private static final Response TEN_MEGABYTES =
            new Response(200, "{\"a\": \"" + "x".repeat(10 << 20) + "\"}", "application/json", Map.of());

    private static final Map<String, Map<String, String>> WITH = Map.of(
            "zendesk-ticket-action", Map.of("user", "rota@fibranorte.example"),
            "chatwoot-ticket-action", Map.of("account", "5", "inbox", "3"),
            "hubspot-ticket-action",
                    Map.of("stages", "{\"waiting\": \"1\", \"in_progress\": \"2\", \"closed\": \"4\"}"),
            "jestor-ticket-action",
                    Map.of("table", "atendimentos", "fields", "{titulo: .ticket.title}", "messages", "mensagens"),
            "request-tracker-ticket-action", Map.of(),
            "redmine-ticket-action", Map.of("project", "rota", "field", "1"));

    private final Same desk = new Same();

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Arguments> bad() {
        return WITH.keySet().stream()
                .flatMap(kamelet -> Stream.of(
                        Arguments.of(kamelet, Response.of(401, Map.of("error", "+55 11 98765-4321")), Closed.class),
                        Arguments.of(kamelet, Response.of(403, Map.of("error", "+55 11 98765-4321")), Refused.class),
                        Arguments.of(
                                kamelet,
                                Response.of(302, "{}").with("Location", "https://evil.example"),
                                Refused.class),
                        Arguments.of(kamelet, HTML, null),
                        Arguments.of(kamelet, TEN_MEGABYTES, null)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_it_answers_badly_ends_in_a_sentence_that_names_it_and_the_remedy_and_none_of_its_words(
            String kamelet, Response answer, Class<? extends DeliveryOutcome> expected) {
        desk.answer = answer;

        var outcome = bring(kamelet, assigned());

        if (expected == null) { // a question that changes nothing is refused, a making may have been done
            assertThat(outcome).isInstanceOfAny(Refused.class, Ambiguous.class);
        } else {
            assertThat(outcome).isInstanceOf(expected);
        }
        assertThat(reason(outcome)).startsWith("desk ").containsAnyOf(REMEDY, "downstreams.yaml", "its user may not");
        assertThat(reason(outcome)).doesNotContain("98765", "evil");
        assertThat(desk.asked()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void what_is_busy_is_tried_again(String kamelet) {
        desk.answer = Response.of(503, "{}");
        assertThat(bring(kamelet, assigned())).isInstanceOf(Retry.class);
        desk.answer = Response.of(429, "{}").with("Retry-After", "30");
        assertThat(bring(kamelet, assigned())).isInstanceOf(Closed.class);
    }

    static Stream<String> kamelets() {
        return WITH.keySet().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "zendesk-ticket-action, /ticket/comment/public, false",
        "chatwoot-ticket-action, /private, true",
        "hubspot-ticket-action, /associations/0/to/id, 7",
        "jestor-ticket-action, /arguments/1/rota_marker, rota-m-n12",
        "request-tracker-ticket-action, /ContentType, text/plain",
        "redmine-ticket-action, /issue/private_notes, true"
    })
    void a_note_of_a_colleague_goes_where_no_customer_reads_it_with_its_mark(
            String kamelet, String member, String value) {
        desk.answer = Response.of(200, "{}");
        var note = new Ticket.Line("n12", "out", "note", "VIP", Instant.parse("2026-11-24T14:59:00Z"), "Ana Prado");

        assertThat(bring(kamelet, ticket("note", 12, "in_progress", ANA, note).forTicket("7")))
                .isInstanceOf(Delivered.class);

        assertThat(desk.pairs())
                .filteredOn(pair -> pair.request().body().toString().contains("VIP"))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.request().body().at(member).asText()).isEqualTo(value);
                    assertThat(pair.request().body().toString()).contains("rota-m-n12");
                    assertThat(pair.request().path()).doesNotContain("correspond");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    request-tracker-ticket-action | ["Ticket 7: Owner could not be set: user xyz does not exist"] | 200 | desk refuses the owner or the status; check ids in teams.yaml and status in downstreams.yaml (200 to 'change')
                    request-tracker-ticket-action | ["Status 'aberto' isn't a valid status for this ticket."]      | 200 | desk refuses the owner or the status; check ids in teams.yaml and status in downstreams.yaml (200 to 'change')
                    redmine-ticket-action         | {"errors": ["Assignee is invalid"]}                            | 422 | desk refuses the issue; check project, field and ids (422 to 'change')
                    """)
    void an_agent_or_a_status_that_it_does_not_know_is_refused_also_where_it_says_success(
            String kamelet, String body, int status, String sentence) {
        desk.answer = Response.of(status, body);

        assertThat(bring(kamelet, ticket("status", 2, "closed", ANA).forTicket("7")))
                .isEqualTo(new Refused(sentence));
    }

    private DeliveryOutcome bring(String kamelet, Ticket command) {
        var with = new HashMap<>(WITH.getOrDefault(kamelet, Map.of()));
        with.put("url", desk.url());
        with.put("token", "t-1");
        try (var bringing = new Bringing(kamelet, with)) {
            return bringing.bring(command);
        }
    }

    private static String reason(DeliveryOutcome outcome) {
        return outcome instanceof Refused refused
                ? refused.reason()
                : outcome instanceof Ambiguous ambiguous
                        ? ambiguous.reason()
                        : outcome instanceof Closed closed ? closed.reason() : "";
    }

    /** Answers everything in the same way. */
    private static final class Same extends ContractFake {

        private Response answer = Response.of(200, "{}");

        @Override
        Response answer(Request request) {
            return answer;
        }
    }
}
