package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.Staff;
import dev.rota.assignment.Waiting;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Rules;
import dev.rota.flow.GeneratedTurns;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.rules.RuleSet;
import dev.rota.inquiry.RoutingOverride;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise 12: every decision runs again from its record to the same outcome. */
class DecisionsRunAgainTest {

    private static final int DECISIONS = 10_000;

    private RuleSet set;
    private Rules rules;

    @BeforeEach
    void compile() throws Exception {
        var config = Path.of("config");
        var files = RuleFolders.read(config, Path.of("routes"));
        set = new RuleCompiler(Placeholders.of(config, name -> null)).compileToDecide(files);
        rules = set.rules().with(override());
    }

    /** In force all the time, so that some decisions are its. */
    private static RoutingOverride override() {
        return new RoutingOverride(
                7,
                new TreeMap<>(Map.of("product", "mobile", "requestType", "outage")),
                "billing",
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                "otto",
                "a mast is down");
    }

    @AfterEach
    void close() {
        set.close();
    }

    @Test
    void ten_thousand_generated_decisions_and_choices_are_made_again_from_their_records() {
        var generated = new GeneratedTurns(1, rules);
        var checker = new Checker(rules.triage());
        var complaints = new ArrayList<String>();
        var outcomes = new TreeSet<String>();

        for (var i = 0; i < DECISIONS; i++) {
            var entry = entry(generated, i);
            complaints.addAll(checker.complaints(entry));
            outcomes.add(entry.question().work().queue()
                    + (entry.text("outcome").startsWith("assigned") ? " assigns" : " waits"));
        }

        assertThat(complaints).isEmpty();
        assertThat(outcomes)
                .as("the generated ones go everywhere")
                .hasSize(rules.company().queues().size() * 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inquiry  | \"shift\":\"night\"     | \"shift\":\"morning\"  | decided outage on-call",
                "decision | normal                | high                   | decided support support high",
                "inquiry  | \"overrides\":.*]    | \"overrides\":[]      | decided outage billing",
                "inquiry  | \"queue\":\"billing\" | \"queue\":\"sales\"   | decided outage billing",
                "because  | \"value\":\"false\"     | \"value\":\"true\"     | the inquiry does not say",
                "because  | late-after-an-outage  | another-rule           | the rules that were tried",
                "question | \"weight\":100         | \"weight\":9900        | assigned",
                "outcome  | assigned .*           | assigned nobody        | assigned nobody, and now assigned",
                "verdicts | \"reason\":\"in, .*?\"   | \"reason\":\" \"       | has no reason that fits: [Verdict",
                "verdicts | \"in\":false          | \"in\":true            | has no reason that fits: [Verdict",
                "verdicts | \\{[^}]*},            | ''                     | has no reason that fits: []",
            })
    void a_record_that_was_tampered_with_is_noticed(String column, String pattern, String to, String complaint) {
        var generated = new GeneratedTurns(1, rules);
        var checker = new Checker(rules.triage());

        assertThat(IntStream.range(0, DECISIONS)
                        .mapToObj(seed -> entry(generated, seed).tampered(column, pattern, to))
                        .anyMatch(entry -> checker.complaints(entry).stream().anyMatch(it -> it.contains(complaint))))
                .as("noticed: " + complaint)
                .isTrue();
    }

    private Entry entry(GeneratedTurns generated, long seed) {
        var inquiry = generated.next();
        var decision = rules.triage().decide(inquiry);
        var staff = Staff.of(
                rules.company(), List.of(decision.queue()), inquiry.at().toInstant());
        staff.load(generated.loads());
        var waiting = new Waiting(seed, staff.at(), decision.skill(), generated.givenBackBy(), null);
        var question = staff.question(decision.queue(), waiting);
        return Entry.of(inquiry, decision, question, question.answer());
    }
}
