package dev.rota.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Company;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.History;
import dev.rota.routing.Imagined;
import dev.rota.routing.Imagined.Lookup;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.routing.Priority;
import dev.rota.routing.RuleTest;
import dev.rota.routing.RuleTest.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of rule-tests-bad begins with the sentences expected of it. */
class RuleTestsReaderTest {

    private static final Path BAD = Path.of("src/test/resources/rule-tests-bad");
    private static final Company COMPANY =
            ConfigReader.read(Path.of("config"), name -> "test").required();

    static Stream<String> faults() throws IOException {
        try (var files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_reported_with_line_and_sentence(String fault) throws IOException {
        var text = Files.readString(BAD.resolve(fault));
        var expected = text.lines()
                .takeWhile(line -> line.matches("# \\d+: .*"))
                .map(line -> line.replaceFirst("# ", "tests/x.test.yaml:"))
                .toList();

        assertThat(read(text).problems()).extracting(Problem::toString).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).isNotEmpty();
    }

    @Test
    void everything_that_can_be_said_is_read() {
        var tests =
                read("""
                        - name: all
                          at: 2026-11-24T23:30:00-03:00
                          number: suporte
                          from: "+55 11 91234-5678"
                          text: minha fatura
                          type: image
                          ad: "7"
                          product: fibra-500
                          guess: billing
                          age: 2h
                          customer: {name: Maria, tier: gold, city: Santos, attributes: {product: mobile}}
                          history: {lastAgent: ana, lastRequestType: billing, lastQueue: support, openTickets: 2, countIn30Days: 3}
                          staff: {rui: {open: 3, on: true, away: true}}
                          expect: {requestType: outage, shift: night, queue: on-call, priority: urgent, agent: nobody, never: [ana]}
                        """)
                        .tests();

        assertThat(tests)
                .containsExactly(new RuleTest(
                        "all",
                        "tests/x.test.yaml",
                        1,
                        new Imagined(
                                "suporte",
                                "5511912345678",
                                new Content.Media("image", "", null, "minha fatura", null),
                                Instant.parse("2026-11-25T02:30:00Z"),
                                Duration.ofHours(2),
                                "7",
                                "fibra-500",
                                "billing",
                                new Lookup.Known(
                                        new Customer("Maria", null, "gold", "Santos", Map.of("product", "mobile"))),
                                new History("ana", "billing", "support", 2, 3),
                                Map.of("rui", new OnStaff(3, true, true))),
                        new Expected("outage", "night", "on-call", Priority.URGENT, "nobody", List.of("ana"), null)));
    }

    @Test
    void cases_are_written_out_and_differ_key_by_key() {
        var tests =
                read("""
                        - name: table
                          at: 2026-11-24T23:30:00-03:00
                          number: suporte
                          text: oi
                          customer: {tier: gold, attributes: {a: "1", b: "2"}}
                          expect: {queue: support, shift: night}
                          cases:
                            - {customer: {attributes: {b: "3"}}, expect: {queue: on-call}}
                            - {name: nobody answers, customer: timeout}
                        """)
                        .tests();

        assertThat(tests).extracting(RuleTest::name).containsExactly("table (case 1)", "table: nobody answers");
        assertThat(tests).extracting(RuleTest::line).containsExactly(8, 9);
        assertThat(tests.get(0).given().customer())
                .isEqualTo(new Lookup.Known(new Customer(null, null, "gold", null, Map.of("a", "1", "b", "3"))));
        assertThat(tests.get(1).given().customer()).isEqualTo(new Lookup.TimedOut());
        assertThat(tests).extracting(test -> test.expected().queue()).containsExactly("on-call", "support");
        assertThat(tests).extracting(test -> test.expected().shift()).containsOnly("night");
    }

    @Test
    void a_file_of_another_name_is_not_passed_over_in_silence() {
        var file = new RuleFile("routes/triage/tests/night.yaml", "tests/night.yaml", new byte[0]);

        assertThat(RuleTestsReader.read(List.of(file), COMPANY).problems())
                .extracting(Problem::toString)
                .containsExactly("tests/night.yaml:1: is not read; expected a name that ends in .test.yaml");
    }

    private static RuleTestReading read(String yaml) {
        var file = new RuleFile("routes/triage/tests/x.test.yaml", "tests/x.test.yaml", yaml.getBytes(UTF_8));
        return RuleTestsReader.read(List.of(file), COMPANY);
    }
}
