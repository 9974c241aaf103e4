package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rota.inquiry.Content;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.RoutingOverride;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What overrides make of a decision. */
class OverrideRulesTest {

    private static final RouteSet ROUTES = Fibranorte.routeSet();
    private static final Inquiry OUTAGE =
            Ask.text("caiu minha fibra").attribute("product", "fibre").inquiry();
    private static final Decision OF_RULES = ROUTES.decide(OUTAGE);

    @AfterAll
    static void close() {
        ROUTES.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product                       | fibre  | billing",
                "product                       | mobile | support",
                "requestType                   | outage | billing",
                "number                        | suporte | billing",
                "shift                         | night  | support",
                "holiday                       | null   | support",
                "open('sales')                 | true   | billing",
                "open('billing')               | true   | support",
                "mentions('sinal','fibra')     | true   | billing",
                "mentions('boleto')            | false  | billing",
                "customer.attribute('product') | fibre  | billing",
                "history.openTickets           | 0      | billing",
                "between('22:00','06:00')      | false  | billing",
            })
    void every_fact_of_rules_can_be_asked_for(String fact, String value, String queue) {
        assertThat(decide(override(7, Map.of(fact, value), "billing")).queue()).isEqualTo(queue);
    }

    @Test
    void all_its_facts_have_to_be_so() {
        assertThat(decide(override(7, Map.of("product", "fibre", "requestType", "outage"), "billing"))
                        .queue())
                .isEqualTo("billing");
        assertThat(decide(override(7, Map.of("product", "fibre", "requestType", "sales"), "billing"))
                        .queue())
                .isEqualTo("support");
    }

    @Test
    void what_is_wanted_and_how_urgent_it_is_stays_for_the_rules_to_say() {
        var decision = decide(override(7, Map.of("product", "fibre"), "billing"));

        assertThat(decision)
                .extracting(Decision::requestType, Decision::priority, Decision::skill, Decision::routeSet)
                .containsExactly(OF_RULES.requestType(), OF_RULES.priority(), OF_RULES.skill(), OF_RULES.routeSet());
        assertThat(decision.because()).startsWith(OF_RULES.because().toArray(Because[]::new));
        assertThat(decision.overrideId()).isEqualTo(7);
        assertThat(OF_RULES.overrideId()).isNull();
    }

    @Test
    void the_newest_that_fits_holds_and_what_was_tried_is_told() {
        var decision = decide(
                override(9, Map.of("product", "mobile"), "sales"),
                override(8, Map.of("product", "fibre"), "billing"),
                override(7, Map.of("product", "fibre"), "on-call"));

        assertThat(decision.because()
                        .subList(OF_RULES.because().size(), decision.because().size()))
                .extracting(Because::file, Because::line, Because::step, Because::text, Because::value)
                .containsExactly(
                        tuple(
                                "override",
                                9,
                                "otto until 2026-11-24 20:00: storm",
                                "${body.product} == 'mobile'",
                                "false"),
                        tuple(
                                "override",
                                8,
                                "otto until 2026-11-24 20:00: storm",
                                "${body.product} == 'fibre'",
                                "true"),
                        tuple("override", 8, "otto until 2026-11-24 20:00: storm", "queue:billing", "billing"));
    }

    @Test
    void one_whose_queue_has_gone_leads_nowhere_and_the_next_one_is_tried() {
        var decision = decide(
                override(8, Map.of("product", "fibre"), "vip"), override(7, Map.of("product", "fibre"), "billing"));

        assertThat(decision.queue()).isEqualTo("billing");
        assertThat(decision.because()).extracting(Because::value).contains("nowhere, since there is no such queue now");
    }

    @Test
    void one_that_this_version_cannot_ask_for_does_not_fit_and_says_so() {
        var decision = decide(override(7, Map.of("mood", "bad"), "billing"));

        assertThat(decision.queue()).isEqualTo("support");
        assertThat(decision.overrideId()).isNull();
        assertThat(decision.because())
                .last()
                .extracting(Because::value)
                .asString()
                .startsWith("${body.mood} is not a fact of the inquiry");
    }

    @Test
    void it_holds_where_a_rule_fails_and_one_that_fails_itself_does_not() {
        var broken = Ask.content(new Content.Text(RouteSetTest.unreadable())).inquiry();

        var held = ROUTES.decide(overridden(broken, override(7, Map.of("number", "suporte"), "billing")));
        var failed = ROUTES.decide(overridden(broken, override(7, Map.of("mentions('fibra')", "true"), "billing")));

        assertThat(held.queue()).isEqualTo("billing");
        assertThat(held.priority()).isEqualTo(Priority.NORMAL);
        assertThat(failed.queue()).isEqualTo("support");
        assertThat(failed.because()).last().extracting(Because::value).isEqualTo("failed with NullPointerException");
    }

    private static Decision decide(RoutingOverride... overrides) {
        return ROUTES.decide(overridden(OUTAGE, overrides));
    }

    private static Inquiry overridden(Inquiry i, RoutingOverride... overrides) {
        return new Inquiry(
                i.requestType(),
                i.number(),
                i.shift(),
                i.holiday(),
                i.openQueues(),
                i.said(),
                i.language(),
                i.guess(),
                i.customer(),
                i.history(),
                i.facts(),
                i.at(),
                List.of(overrides));
    }

    private static RoutingOverride override(long id, Map<String, String> match, String queue) {
        return new RoutingOverride(
                id,
                new TreeMap<>(match),
                queue,
                Instant.parse("2026-11-24T12:00:00Z"),
                Instant.parse("2026-11-24T23:00:00Z"),
                "otto",
                "storm");
    }
}
