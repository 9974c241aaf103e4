package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.Question;
import dev.rota.assignment.Work;
import dev.rota.config.ConfigReader;
import dev.rota.desk.Company;
import dev.rota.flow.triage.RouteSet;
import dev.rota.flow.triage.RouteSetCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final Company company =
            ConfigReader.read(Path.of("config"), name -> "test").required();
    private RouteSet rules;

    @BeforeEach
    void compile() throws Exception {
        rules = new RouteSetCompiler().compile(Path.of("routes/triage"), company);
    }

    @AfterEach
    void close() {
        rules.close();
    }

    @Test
    void ten_thousand_generated_decisions_and_choices_are_made_again_from_their_records() {
        var generated = new GeneratedTurns(1, company);
        var checker = new Checker(rules);
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
                .hasSize(company.queues().size() * 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inquiry  | \"shift\":\"night\"     | \"shift\":\"morning\"  | decided outage on-call",
                "decision | normal                | high                   | decided support support high",
                "because  | \"value\":\"false\"     | \"value\":\"true\"     | the inquiry does not say",
                "because  | late-after-an-outage  | another-rule           | the rules that were tried",
                "question | \"open\":1             | \"open\":99            | assigned",
                "outcome  | assigned .*           | assigned nobody        | assigned nobody, and now assigned",
                "verdicts | \"reason\":\"in, .*?\"   | \"reason\":\" \"       | has no reason that fits: [Verdict",
                "verdicts | \"in\":false          | \"in\":true            | has no reason that fits: [Verdict",
                "verdicts | \\{[^}]*},            | ''                     | has no reason that fits: []",
            })
    void a_record_that_was_tampered_with_is_noticed(String column, String pattern, String to, String complaint) {
        var generated = new GeneratedTurns(1, company);
        var checker = new Checker(rules);

        assertThat(IntStream.range(0, DECISIONS)
                        .mapToObj(seed -> entry(generated, seed).tampered(column, pattern, to))
                        .anyMatch(entry -> checker.complaints(entry).stream().anyMatch(it -> it.contains(complaint))))
                .as("noticed: " + complaint)
                .isTrue();
    }

    private Entry entry(GeneratedTurns generated, long seed) {
        var inquiry = generated.next();
        var decision = rules.decide(inquiry);
        var staff = Staff.of(company, List.of(decision.queue()), inquiry.at().toInstant());
        staff.load(generated.loads());
        var question = new Question(
                new Work(seed, decision.queue(), staff.skill(decision.queue(), decision.skill())),
                staff.candidates(decision.queue(), generated.givenBackBy()),
                staff.at(),
                seed);
        return Entry.of(inquiry, decision, question, question.answer());
    }
}
