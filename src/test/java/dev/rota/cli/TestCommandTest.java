package dev.rota.cli;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** {@code ./rota test} on a copy of the example company. */
class TestCommandTest {

    private static final String ONE =
            """
            - name: fibre down at night
              at: 2026-11-24T23:30:00-03:00
              number: suporte
              text: caiu minha fibra
              expect: {queue: on-call, agent: rui}
            """;

    private final Path company;
    private final Path tests;

    TestCommandTest(@TempDir Path company) throws IOException {
        this.company = company;
        FileSystemUtils.copyRecursively(Path.of("config"), company.resolve("config"));
        FileSystemUtils.copyRecursively(Path.of("routes"), company.resolve("routes"));
        tests = company.resolve("routes/triage/tests");
        FileSystemUtils.deleteRecursively(tests);
        write("night.test.yaml", ONE);
    }

    @Test
    void what_passes_is_told_in_a_line_after_the_branches_that_no_test_took() throws IOException {
        var ran = test();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .contains("never taken: " + rule("mobile") + ": ${body.product} == 'mobile'")
                .last()
                .asString()
                .matches("1 passed, 0 failed; 2 of \\d+ branches taken");
    }

    @Test
    void what_fails_says_what_was_expected_what_came_and_why() throws IOException {
        write("night.test.yaml", ONE.replace("rui", "lia").replace("on-call", "support"));

        var ran = test();

        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out().lines())
                .containsSequence(
                        tests + "/night.test.yaml:1: fibre down at night",
                        "    given text 'caiu minha fibra' to suporte at 2026-11-24T23:30-03:00",
                        "    queue: expected support, came on-call",
                        "    agent: expected lia, came rui")
                .contains(
                        "    out  lia: not on the roster of this hour; next shift night on 25 November at 22:00",
                        "    in   rui: chosen: the only one with room and skill fibre")
                .containsSequence(
                        "    no   " + rule("late-after-an-outage") + ": ${body.olderThan('2h')}",
                        "    yes  " + rule("outage-at-night") + ": ${body.requestType} == 'outage' &&"
                                + " ${body.shift} == 'night'",
                        "      →  " + route("queue") + ":" + line("queue:on-call") + " outage-at-night: on-call")
                .anyMatch(line -> line.startsWith("    facts ") && line.contains("shift = night"));
    }

    @Test
    void failures_that_took_the_same_way_tell_it_once() throws IOException {
        write("night.test.yaml", ONE.replace("on-call", "support") + ONE.replace("on-call", "billing"));

        assertThat(test().out().lines())
                .filteredOn(line -> line.startsWith("  because"))
                .containsExactly("  because", "  because, as in " + tests + "/night.test.yaml:1");
    }

    @Test
    void what_is_wrong_in_a_test_file_is_found_and_the_other_tests_run() throws IOException {
        write("day.test.yaml", ONE.replace("number:", "nubmer:"));

        var ran = test();

        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out().lines())
                .contains(tests + "/day.test.yaml:3: unknown key 'nubmer'; did you mean 'number'?")
                .last()
                .asString()
                .matches("1 passed, 0 failed, 2 problems in the files; 2 of \\d+ branches taken");
    }

    @Test
    void rules_that_do_not_compile_run_no_test() throws IOException {
        var queue = Path.of(route("queue"));
        Files.writeString(queue, Files.readString(queue).replace("queue:on-call", "queue:oncall"));

        var ran = test();

        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out().lines())
                .contains(queue + ":" + line("queue:oncall") + ": no queue is called 'oncall'; did you mean 'on-call'?")
                .last()
                .isEqualTo("no test was run");
        assertThat(json(test("--json")).path("problems").get(0).path("line").asInt())
                .isEqualTo(line("queue:oncall"));
    }

    @Test
    void as_json_each_case_has_what_came_and_why() throws IOException {
        write("night.test.yaml", ONE.replace("rui", "lia"));

        var json = json(test("--json"));

        assertThat(json.path("passed").asInt()).isZero();
        assertThat(json.path("failed").asInt()).isOne();
        var one = json.path("cases").get(0);
        assertThat(one.path("differences")).hasToString("[{\"what\":\"agent\",\"expected\":\"lia\",\"came\":\"rui\"}]");
        assertThat(one.at("/came/decision/queue").asText()).isEqualTo("on-call");
        assertThat(one.at("/came/assignment/because")).hasSizeGreaterThan(2);
        assertThat(json.at("/coverage/taken").asInt()).isEqualTo(2);
        assertThat(json.at("/coverage/missed"))
                .hasSize(json.at("/coverage/branches").asInt() - 2);
    }

    @Test
    void build_servers_get_a_file_that_they_know(@TempDir Path folder) throws Exception {
        write("night.test.yaml", ONE.replace("rui", "lia") + ONE);
        write("day.test.yaml", "- x");
        var file = folder.resolve("results.xml");

        var ran = test("--junit", file.toString());

        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(ran.exitCode()).isOne();
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(suite.getElementsByTagName("failure")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getTextContent())
                .isEqualTo("agent: expected lia, came rui");
    }

    @Test
    void a_folder_without_a_test_is_wrong_use() throws IOException {
        FileSystemUtils.deleteRecursively(tests);

        var ran = test();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("rota: There is no test: " + tests + "/ has no file that ends in .test.yaml.\n");
        assertThat(test("--junit", company.resolve("nowhere/x.xml").toString()).exitCode())
                .isEqualTo(2);
        assertThat(Ran.command(new TestCommand(new Settings(Map.of())), "nowhere")
                        .err())
                .isEqualTo("rota: There is no folder nowhere.\n");
    }

    @Test
    void while_it_watches_a_save_runs_them_again() throws Exception {
        var out = new StringWriter();
        var line = new CommandLine(new TestCommand(new Settings(Map.of()))).setOut(new PrintWriter(out, true));
        var watching = new Thread(() -> line.execute("--watch", company.toString()));
        watching.start();
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(out.toString()).contains("1 passed, 0 failed"));

        write("night.test.yaml", ONE.replace("rui", "lia"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(out.toString()).contains("0 passed, 1 failed"));

        FileSystemUtils.deleteRecursively(tests);
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(out.toString()).contains("There is no test"));

        write("night.test.yaml", ONE + ONE);
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(out.toString()).contains("2 passed, 0 failed"));
        watching.interrupt();
        watching.join();
    }

    private Ran test(String... options) {
        var words = new String[options.length + 1];
        System.arraycopy(options, 0, words, 1, options.length);
        words[0] = company.toString();
        return Ran.command(new TestCommand(new Settings(Map.of())), words);
    }

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    /** A rule of the queue's route as failures quote it. */
    private String rule(String id) throws IOException {
        return route("queue") + ":" + line("id: " + id) + " " + id;
    }

    /** Where that stands first in the queue's route; others write there too. */
    private int line(String part) throws IOException {
        var lines = Files.readAllLines(Path.of(route("queue")));
        return 1 + (int) lines.stream().takeWhile(line -> !line.contains(part)).count();
    }

    private String route(String name) {
        return company.resolve("routes/triage/" + name + ".camel.yaml").toString();
    }

    private void write(String name, String yaml) throws IOException {
        Files.createDirectories(tests);
        Files.writeString(tests.resolve(name), yaml);
    }
}
