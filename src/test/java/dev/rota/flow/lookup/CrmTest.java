package dev.rota.flow.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.database.TestDatabase;
import dev.rota.desk.Identity;
import dev.rota.desk.Lookup;
import dev.rota.desk.Lookups;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision with a CRM to ask, which may be down, slow or lying. */
class CrmTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final String LIA =
            "{\"id\":\"+55 11 98765-4321\",\"name\":\"Lia\",\"tier\":\"gold\",\"city\":\"Santos\",\"product\":\"fibre\"}";

    private final Outsider crm = new Outsider();

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void what_it_knows_is_a_fact_with_its_source_and_the_rules_see_it() throws Exception {
        crm.answers(200, LIA);
        try (var enrichment = enrichment(Map.of(), LONG)) {
            var turn = enrichment.of("quero cancelar");

            assertThat(turn.customer().name()).isEqualTo("Lia");
            assertThat(turn.customer().phone()).isEqualTo(Enrichment.PHONE);
            assertThat(turn.customer().attribute("product")).isEqualTo("fibre");
            assertThat(source(turn)).matches("CRM answered in \\d+ ms");
            assertThat(Enrichment.fact(turn, "customer").value()).isEqualTo("gold");
            assertThat(queue(turn)).as("gold customers who leave").isEqualTo("sales");
            assertThat(crm.asked()).containsExactly("GET /?phone=5511987654321 Bearer t0k3n ");
        }
    }

    @Test
    void an_expression_picks_from_whatever_a_crm_sends() throws Exception {
        crm.answers(
                200,
                "{\"total\":1,\"results\":[{\"phones\":[\"5511987654321\"],\"properties\":{\"plan\":{\"level\":\"gold\"},"
                        + "\"debts\":2}}]}");
        var answer = ".results[0] | {id: .phones[0], tier: .properties.plan.level, debts: .properties.debts}";
        try (var enrichment = enrichment(Map.of("answer", answer, "parameter", "q"), LONG)) {
            var turn = enrichment.of("oi");

            assertThat(turn.customer().tier()).isEqualTo("gold");
            assertThat(turn.customer().attribute("debts")).isEqualTo("2");
            assertThat(turn.customer().name()).as("of the WhatsApp profile").isEqualTo("Lia Sol");
            assertThat(crm.asked()).containsExactly("GET /?q=5511987654321 Bearer t0k3n ");

            crm.answers(200, "{\"total\":0,\"results\":[]}");
            assertThat(source(enrichment.of(new Content.Text("oi"), bsuid())))
                    .matches("CRM answered in \\d+ ms: no such customer");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatever_it_does_the_message_is_decided_and_the_fact_says_why_without_it(
            String source, Consumer<Outsider> fault, Duration deadline) throws Exception {
        fault.accept(crm);
        try (var enrichment = enrichment(Map.of(), deadline)) {
            var turn = enrichment.of("quero cancelar");

            assertThat(source(turn)).matches(source);
            assertThat(Enrichment.fact(turn, "customer").value()).isNull();
            assertThat(turn.customer().tier()).isNull();
            assertThat(turn.customer().name()).isEqualTo("Lia Sol");
            assertThat(queue(turn)).isEqualTo("billing");
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("CRM timed out, default used", Outsider::hangs, SHORT),
                fault("CRM (timed out|answered more than 64 KiB), default used", Outsider::drips, SHORT),
                fault("CRM can't be reached, default used", Outsider::close),
                fault("CRM broke off, default used", Outsider::breaksOff),
                fault("CRM answered 503, default used", crm -> crm.answers(503, "later")),
                fault("CRM answered 401, default used", crm -> crm.answers(401, "")),
                fault(
                        "CRM answered 302, default used",
                        crm -> crm.does(exchange -> {
                            exchange.getResponseHeaders().add("Location", "/?phone=1");
                            exchange.sendResponseHeaders(302, -1);
                        })),
                fault("CRM answered in \\d+ ms: no such customer", crm -> crm.answers(404, "<h1>not here</h1>")),
                fault("CRM answered in \\d+ ms: no such customer", crm -> crm.answers(200, "null")),
                fault("CRM answered in \\d+ ms: no such customer", crm -> crm.answers(200, "{\"id\":null}")),
                fault("CRM answered in \\d+ ms: no such customer", crm -> crm.answers(204, "")),
                fault("CRM answered what is not JSON, default used", crm -> crm.answers(200, "<html>login</html>")),
                fault(
                        "CRM answered more than 64 KiB, default used",
                        crm -> crm.answers(
                                200, "{\"id\":\"5511987654321\",\"name\":\"" + "x".repeat(10_000_000) + "\"}")),
                fault(
                        "CRM answered for another customer, default used",
                        crm -> crm.answers(200, "{\"id\":\"5511900000000\",\"tier\":\"gold\"}")),
                fault(
                        "CRM answered without the customer's id, default used",
                        crm -> crm.answers(200, "{\"tier\":\"gold\"}")),
                fault(
                        "CRM answered 'tier' that is no text, default used",
                        crm -> crm.answers(200, "{\"id\":\"5511987654321\",\"tier\":{\"gold\":true}}")),
                fault(
                        "CRM answered 'attributes' that are no object, default used",
                        crm -> crm.answers(200, "{\"id\":\"5511987654321\",\"tier\":\"gold\",\"attributes\":[1]}")),
                fault(
                        "CRM answered an attribute that is no text, default used",
                        crm -> crm.answers(200, "{\"id\":\"5511987654321\",\"tier\":\"gold\",\"x\":[]}")),
                fault(
                        "CRM answered 'name' that is too long or not printable, default used",
                        crm -> crm.answers(200, "{\"id\":\"5511987654321\",\"tier\":\"gold\",\"name\":\"a\\u0000\"}")),
                fault("CRM answered what is no customer, default used", crm -> crm.answers(200, "[" + LIA + "]")),
                fault("CRM answered what is no customer, default used", crm -> crm.answers(200, "\"gold\"")));
    }

    @Test
    void while_it_keeps_failing_it_is_left_alone() throws Exception {
        crm.answers(500, "");
        try (var enrichment = enrichment(Map.of(), LONG)) {
            for (int message = 0; message < 10; message++) {
                assertThat(source(enrichment.of("oi"))).isEqualTo("CRM answered 500, default used");
            }

            assertThat(source(enrichment.of("oi"))).isEqualTo("CRM not asked: circuit open, default used");
            assertThat(crm.asked()).hasSize(10);
        }
    }

    @Test
    void no_more_questions_are_under_way_than_agreed() throws Exception {
        crm.hangs();
        try (var enrichment = enrichment(Map.of(), LONG)) {
            var first = CompletableFuture.runAsync(() -> enrichment.of("oi"));
            while (crm.asked().isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(source(enrichment.of("oi"))).isEqualTo("CRM not asked: 1 questions are under way, default used");
            crm.close();
            first.join();
        }
    }

    @Test
    void an_answer_without_end_is_hung_up_on_so_that_it_holds_no_thread_for_good() throws Exception {
        crm.drips();
        try (var enrichment = enrichment(Map.of(), SHORT)) {
            enrichment.of("oi");

            crm.awaitNobodyListens();
            crm.answers(200, LIA);
            assertThat(enrichment.of("oi").customer().tier()).isEqualTo("gold");
        }
    }

    @Test
    void an_answer_is_used_again_and_says_how_old_it_is() throws Exception {
        crm.answers(200, LIA);
        try (var enrichment = enrichment(Map.of(), LONG)) {
            enrichment.of("oi");
            crm.answers(500, "");

            var again = enrichment.of("oi");

            assertThat(source(again)).matches("CRM answered \\d+ s ago, kept since");
            assertThat(again.customer().tier()).isEqualTo("gold");
            assertThat(crm.asked()).hasSize(1);
        }
    }

    @Test
    void somebody_whose_phone_is_hidden_is_asked_for_by_the_id_that_there_is() throws Exception {
        crm.answers(200, "{\"id\":\"BR.1 2\",\"tier\":\"silver\"}");
        try (var enrichment = enrichment(Map.of(), LONG)) {
            assertThat(enrichment.of(new Content.Text("oi"), bsuid()).customer().tier())
                    .isEqualTo("silver");
            assertThat(crm.asked()).containsExactly("GET /?phone=BR.1+2 Bearer t0k3n ");
        }
    }

    private Enrichment enrichment(Map<String, String> more, Duration deadline) throws Exception {
        var with = new HashMap<>(Map.of("url", crm.url() + "/", "token", "t0k3n"));
        with.putAll(more);
        var lookup = new Lookup("crm-customer-action", with, deadline, Duration.ofMinutes(5), 1);
        return new Enrichment(DATABASE, new Lookups(lookup, null));
    }

    private static Arguments fault(String source, Consumer<Outsider> fault) {
        return fault(source, fault, LONG);
    }

    private static Arguments fault(String source, Consumer<Outsider> fault, Duration deadline) {
        return arguments(source, fault, deadline);
    }

    private static Identity bsuid() {
        return new Identity(Identity.Kind.BSUID, "BR.1 2");
    }

    private static String source(Turn turn) {
        return Enrichment.fact(turn, "customer").source();
    }

    private static String queue(Turn turn) {
        return Objects.requireNonNull(turn.decision()).queue();
    }
}
