package dev.rota.flow.ruletest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.Placeholders;
import dev.rota.config.Problem;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.flow.rules.RuleCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may come into force. */
class RuleTestGateTest {

    private static final RuleFiles EXAMPLE = RuleFolders.read(Path.of("config"), Path.of("routes"));

    @Test
    void rules_whose_tests_pass() throws Exception {
        assertThat(check(EXAMPLE)).isEmpty();
    }

    @Test
    void not_rules_of_which_a_test_fails_or_cannot_be_read() throws Exception {
        var night =
                """
                - name: night
                  at: 2026-11-24T23:30:00-03:00
                  number: suporte
                  text: caiu minha fibra
                  expect: {queue: support}
                - name: nothing
                """;

        assertThat(check(with("routes/triage/tests/night.test.yaml", night)))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "night.test.yaml:1: test 'night' fails: queue: expected support, came on-call",
                        "night.test.yaml:6: 'at' is missing",
                        "night.test.yaml:6: 'number' is missing",
                        "night.test.yaml:6: 'expect' is missing");
    }

    private static List<Problem> check(RuleFiles files) throws Exception {
        var compiler = new RuleCompiler(Placeholders.of(Path.of("config"), name -> null));
        try (var set = compiler.compileToDecide(files)) {
            return new RuleTestGate().check(set, files.in(RuleFiles.TESTS));
        }
    }

    private static RuleFiles with(String name, String text) {
        var others = EXAMPLE.all().stream().filter(file -> !file.name().startsWith(RuleFiles.TESTS));
        var file = new RuleFile(name, "night.test.yaml", text.getBytes(UTF_8));
        return RuleFiles.of(Stream.concat(others, Stream.of(file)).toList());
    }
}
