package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.config.RuleFolders;
import dev.rota.desk.TryAgain;
import dev.rota.inquiry.Content;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What holds for a route set whatever its rules are. */
class RouteSetTest {

    private static final int THREADS = 8;

    private static final RouteSet ROUTES = Fibranorte.routeSet();

    @AfterAll
    static void close() {
        ROUTES.close();
    }

    @Test
    void eight_threads_at_once_decide_as_one_after_the_other() throws Exception {
        var inquiries = IntStream.range(0, 24)
                .mapToObj(hour ->
                        Ask.text(hour % 2 == 0 ? "caiu minha fibra" : "oi").at("%02d:30".formatted(hour)))
                .map(Ask::inquiry)
                .toList();
        var expected = inquiries.stream().map(ROUTES::decide).toList();

        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<Decision>> all = () -> IntStream.range(0, 20)
                    .mapToObj(round -> inquiries.stream().map(ROUTES::decide).toList())
                    .reduce(expected, (one, other) -> one.equals(other) ? one : List.of());
            for (var done : pool.invokeAll(Collections.nCopies(THREADS, all))) {
                assertThat(done.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_rule_that_fails_leads_to_the_fallback_and_says_so_without_the_words_of_the_customer() throws IOException {
        var decision = ROUTES.decide(Ask.content(new Content.Text(unreadable())).inquiry());

        assertThat(decision.queue()).isEqualTo("support");
        assertThat(decision.requestType()).isEqualTo("support");
        assertThat(decision.priority()).isEqualTo(Priority.NORMAL);
        assertThat(last(decision).value())
                .isEqualTo("failed with NullPointerException, so it goes to the fallback queue 'support'");
        assertThat(last(decision).line()).isEqualTo(lineOfTheFirstRuleThatReadsWords());
    }

    private static int lineOfTheFirstRuleThatReadsWords() throws IOException {
        var lines = Files.readAllLines(Path.of("routes/triage/request-type.camel.yaml"));
        return 1
                + IntStream.range(0, lines.size())
                        .filter(n -> lines.get(n).contains("id: no-signal"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_set_that_was_closed_decides_no_more_and_says_to_try_again() {
        var closed = Fibranorte.routeSet();
        closed.close();

        assertThatThrownBy(() -> closed.decide(Ask.text("boleto").inquiry())).isInstanceOf(TryAgain.class);
    }

    @Test
    void a_set_that_is_closed_under_load_fails_no_decision_under_way() throws Exception {
        var set = Fibranorte.routeSet();
        var inquiry = Ask.text("caiu minha fibra").inquiry();
        var expected = ROUTES.decide(inquiry);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Boolean> untilClosed = () -> {
                try {
                    while (set.decide(inquiry).equals(expected)) {
                        Thread.onSpinWait();
                    }
                    return false;
                } catch (TryAgain closed) {
                    return true;
                }
            };
            var all = IntStream.range(0, THREADS)
                    .mapToObj(n -> pool.submit(untilClosed))
                    .toList();
            IntStream.range(0, 500).forEach(n -> set.decide(inquiry));
            set.close();
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:HOME}",
                "${body.requestType} == 'outage'",
                "' == '' || ${body.shift} == 'morning",
                "{{env:HOME}}",
                "$simple{bean:x}",
                "resource:file:/etc/passwd"
            })
    void what_a_customer_writes_is_never_evaluated(String text) {
        var plain = ROUTES.decide(Ask.text("oi").inquiry());

        assertThat(ROUTES.decide(Ask.text(text).inquiry())).isEqualTo(plain);
    }

    @Test
    void the_hash_is_that_of_the_content_wherever_the_folder_lies(@TempDir Path folder) throws Exception {
        var copy = copied(folder.resolve("somewhere"));
        assertThat(hash(folder.resolve("somewhere"))).isEqualTo(ROUTES.hash()).matches("[0-9a-f]{12}");

        Files.writeString(copy.resolve("queue.camel.yaml"), "\n# a remark\n", StandardOpenOption.APPEND);
        var remarked = hash(folder.resolve("somewhere"));
        Files.move(copy.resolve("queue.camel.yaml"), copy.resolve("queues.camel.yaml"));

        assertThat(List.of(ROUTES.hash(), remarked, hash(folder.resolve("somewhere"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_change_of_the_files_does_not_change_a_set_that_is_compiled(@TempDir Path folder) throws Exception {
        var copy = copied(folder);
        try (var routes = compiled(folder)) {
            Files.delete(copy.resolve("queue.camel.yaml"));

            assertThat(routes.decide(Ask.text("oi").inquiry()))
                    .isEqualTo(ROUTES.decide(Ask.text("oi").inquiry()));
        }
    }

    private static Because last(Decision decision) {
        return decision.because().get(decision.because().size() - 1);
    }

    @SuppressWarnings("NullAway") // what no content should be, so that a rule fails
    static String unreadable() {
        return null;
    }

    private static Path copied(Path routes) throws IOException {
        for (var folder : List.of("triage", "downstream")) {
            FileSystemUtils.copyRecursively(Fibranorte.ROUTES.resolve(folder), routes.resolve(folder));
        }
        return routes.resolve("triage");
    }

    private static RouteSet compiled(Path routes) throws RouteSetRefused {
        return new RouteSetCompiler().compile(RuleFolders.readRoutes(routes), Fibranorte.company());
    }

    private static String hash(Path routes) throws RouteSetRefused {
        try (var compiled = compiled(routes)) {
            return compiled.hash();
        }
    }
}
