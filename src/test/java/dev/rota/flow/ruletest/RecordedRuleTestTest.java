package dev.rota.flow.ruletest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Outcome;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Waiting;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFolders;
import dev.rota.config.RuleTestReading;
import dev.rota.config.RuleTestsReader;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.Recorded;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Number;
import dev.rota.flow.GeneratedTurns;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.rules.RuleSet;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.RoutingOverride;
import dev.rota.inquiry.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded of a conversation, as a test. */
class RecordedRuleTestTest {

    private RuleSet set;

    @BeforeEach
    void compile() throws Exception {
        var config = Path.of("config");
        set = new RuleCompiler(Placeholders.of(config, name -> null))
                .compileToDecide(RuleFolders.read(config, Path.of("routes")));
    }

    @AfterEach
    void close() {
        set.close();
    }

    @Test
    void the_test_of_any_conversation_can_be_read_and_passes() {
        var generated = new GeneratedTurns(4, set.rules());
        for (int i = 0; i < 300; i++) {
            var recorded = recorded(generated.next(), generated.loads());
            var yaml = RecordedRuleTest.yaml("conversation " + i, recorded, set.rules());
            var reading = read(yaml);

            assertThat(reading.problems()).as(yaml).isEmpty();
            assertThat(new RuleTests(set).run(reading.tests()).failures())
                    .as(yaml)
                    .isEmpty();
        }
    }

    @Test
    void it_says_what_differs_from_the_roster_and_expects_what_came() {
        var yaml = RecordedRuleTest.yaml(
                "conversation 7", recorded(atNight(), Map.of("rui", AgentNow.of(3))), set.rules());

        assertThat(yaml)
                .isEqualTo(
                        """
                        - name: conversation 7
                          at: 2026-11-24T23:30:00-03:00
                          number: suporte
                          from: "+5511912345678"
                          text: "caiu minha fibra, sou Maria, ligue 912345678 ou maria@exemplo.example"
                          age: 300s
                          customer: {name: Maria Exemplo, tier: gold}
                          staff: {rui: {open: 3}}
                          expect: {requestType: outage, shift: night, queue: on-call, priority: urgent, agent: rui}
                        """);
    }

    @Test
    void what_an_override_decided_is_not_expected_of_the_rules() {
        var night = atNight();
        var at = night.at().toInstant();
        var override = RoutingOverride.proposed(
                Map.of("requestType", "outage"), "billing", at, at.plusSeconds(60), "otto", "a mast is down");
        var rules = set.rules().with(override);
        var overridden = recorded(Inquiries.again(night, rules, number(), at), Map.of());

        var yaml = RecordedRuleTest.yaml("conversation 7", overridden, rules);

        assertThat(overridden.decision().queue()).isEqualTo("billing");
        assertThat(yaml).contains("expect: {requestType: outage, shift: night, priority: urgent}");
        assertThat(new RuleTests(set).run(read(yaml).tests()).failures()).isEmpty();
    }

    private Number number() {
        return Objects.requireNonNull(set.rules().company().numbers().get("suporte"));
    }

    @Test
    void nothing_in_it_tells_who_the_customer_is() {
        var yaml = RecordedRuleTest.yaml("conversation 7", recorded(atNight(), Map.of()), set.rules());

        assertThat(yaml)
                .doesNotContain("Joana")
                .doesNotContain("Prado")
                .doesNotContain("98765")
                .doesNotContain("cpf");
    }

    private Inquiry atNight() {
        var at = Instant.parse("2026-11-25T02:30:00Z");
        var said = Said.of(
                "wamid.X",
                new Content.Text("caiu minha fibra, sou JOANA, ligue 98765-4321 ou joana.prado@mail.example"),
                at.minusSeconds(300));
        var attributes = Map.of("cpf", "98765432100");
        return new Inquiry(
                null,
                "suporte",
                "night",
                null,
                set.rules().company().queues().keySet(),
                said,
                "pt",
                null,
                new Customer("Joana Prado", "5511987654321", "gold", null, attributes),
                History.NONE,
                List.of(),
                at.atZone(ZoneId.of("America/Sao_Paulo")),
                List.of());
    }

    /** As the ledger would give it: who waits has no choice on record. */
    private Recorded recorded(Inquiry inquiry, Map<String, AgentNow> loads) {
        var decision = set.rules().triage().decide(inquiry);
        var at = inquiry.at().toInstant();
        var staff = Staff.of(set.rules().company(), List.of(decision.queue()), at);
        staff.load(loads);
        var question = staff.question(decision.queue(), Waiting.arrived(17, at, decision.skill()));
        var explained = new Explanation.Decision(
                at,
                decision.requestType(),
                decision.queue(),
                decision.priority().label(),
                decision.skill(),
                decision.routeSet(),
                decision.because());
        return staff.closed(decision.queue()) == null && question.answer() instanceof Outcome.Assigned assigned
                ? new Recorded(explained, inquiry, assigned.agent(), question)
                : new Recorded(explained, inquiry, null, null);
    }

    private RuleTestReading read(String yaml) {
        var file = new RuleFile("routes/triage/tests/x.test.yaml", "x.test.yaml", yaml.getBytes(UTF_8));
        return RuleTestsReader.read(List.of(file), set.rules().company());
    }
}
