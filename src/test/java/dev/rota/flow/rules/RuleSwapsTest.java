package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.config.Placeholders;
import dev.rota.config.Problem;
import dev.rota.database.TestDatabase;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which rules engines work by, on one database, each with folders of its own. */
class RuleSwapsTest {

    private final HikariDataSource source = TestDatabase.fresh();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path temporary;

    @SuppressWarnings("NullAway.Init") // made before each test
    Folders ours;

    @SuppressWarnings("NullAway.Init") // made before each test
    Folders theirs;

    @BeforeEach
    void two_engines_with_the_same_files() {
        ours = Folders.in(temporary.resolve("ours"));
        theirs = Folders.in(temporary.resolve("theirs"));
    }

    @AfterEach
    void close() {
        camel.stop();
        source.close();
    }

    @Test
    void the_first_start_puts_the_folders_into_force() throws Exception {
        var begun = engine("one").begin(ours.read());

        assertThat(begun.swap().rules()).isEqualTo(ours.read().hash());
        assertThat(begun.swap().engine()).isEqualTo("one");
        assertThat(begun.set().rules().hash()).isEqualTo(begun.swap().rules());
    }

    @Test
    void a_first_start_on_broken_files_is_refused_with_every_sentence() {
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:on-cal");
        ours.replace(Folders.ADAPTER, "first at {{url}}", "{{ulr}}");

        assertThatThrownBy(() -> engine("one").begin(ours.read()))
                .isInstanceOf(RouteSetRefused.class)
                .hasMessageContainingAll("on-cal", "ulr");
        assertThat(store("one").newest()).isEmpty();
    }

    @Test
    void a_later_start_on_broken_files_goes_on_with_what_is_in_force() throws Exception {
        var before = engine("one").begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:on-cal");

        var begun = engine("one").begin(ours.read());

        assertThat(begun.swap()).isEqualTo(before.swap());
        assertThat(begun.set().rules().hash()).isEqualTo(before.swap().rules());
        assertThat(store("one").refused()).singleElement().satisfies(refused -> {
            assertThat(refused.rules()).isEqualTo(ours.read().hash());
            assertThat(refused.problems())
                    .extracting(Problem::sentence)
                    .contains("no queue is called 'on-cal'; did you mean 'on-call'?");
        });
    }

    @Test
    void a_start_on_other_files_puts_them_into_force_and_one_on_the_same_does_not() throws Exception {
        var first = engine("one").begin(ours.read());
        assertThat(engine("one").begin(ours.read()).swap()).isEqualTo(first.swap());

        ours.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        var second = engine("one").begin(ours.read());

        assertThat(second.swap().id()).isGreaterThan(first.swap().id());
        assertThat(second.swap().rules()).isEqualTo(ours.read().hash());
    }

    @Test
    void an_engine_follows_what_another_proposed_and_does_not_take_turns_with_it() throws Exception {
        var one = engine("one");
        var two = engine("two");
        var first = one.begin(ours.read());
        var second = two.begin(theirs.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        var proposed = one.propose(ours.read(), first.swap()).orElseThrow();

        var followed = two.follow(second).orElseThrow();

        assertThat(followed.swap()).isEqualTo(proposed.swap());
        assertThat(followed.set().files().hash()).isEqualTo(ours.read().hash());
        assertThat(two.follow(followed)).isEmpty();
        assertThat(engine("two").begin(theirs.read()).swap())
                .as("after a restart")
                .isEqualTo(proposed.swap());
        assertThat(one.follow(proposed)).isEmpty();
    }

    @Test
    void what_is_refused_is_kept_with_its_sentences_until_the_folders_are_mended() throws Exception {
        var one = engine("one");
        var begun = one.begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:on-cal");

        assertThat(one.propose(ours.read(), begun.swap())).isEmpty();
        assertThat(store("one").refused()).hasSize(1);

        ours.replace(Folders.QUEUE, "queue:on-cal", "queue:on-call");
        assertThat(one.propose(ours.read(), begun.swap())).isEmpty();
        assertThat(store("one").refused()).isEmpty();
        assertThat(store("one").newest()).contains(begun.swap());
    }

    @Test
    void what_was_refused_is_told_with_its_sentences_after_it_has_been_mended_and_never_by_another_engine()
            throws Exception {
        var one = engine("one");
        var begun = one.begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:on-cal");
        one.propose(ours.read(), begun.swap());
        var refused = ours.read().hash();
        store("two").note("fedcba", List.of());
        assertThat(store("one").refused(9)).singleElement().satisfies(it -> {
            assertThat(it.rules()).isEqualTo(refused);
            assertThat(it.mendedAt()).isNull();
        });

        ours.replace(Folders.QUEUE, "queue:on-cal", "queue:on-call");
        one.propose(ours.read(), begun.swap());

        assertThat(store("two").refused(9)).singleElement().satisfies(it -> {
            assertThat(it.engine()).isEqualTo("one");
            assertThat(it.problems())
                    .extracting(Problem::sentence)
                    .contains("no queue is called 'on-cal'; did you mean 'on-call'?");
            assertThat(it.mendedAt()).isAfterOrEqualTo(it.at());
        });
    }

    @Test
    void of_many_refusals_the_last_fifty_are_kept() {
        for (var n = 1; n <= RuleStore.REFUSALS + 2; n++) {
            store("one").note("rules" + n, List.of(new Problem("config/teams.yaml", n, "no")));
        }

        assertThat(store("one").refused(99))
                .extracting(RuleHistory.Refused::rules)
                .hasSize(RuleStore.REFUSALS)
                .startsWith("rules52")
                .endsWith("rules3");
    }

    @Test
    void what_was_in_force_before_is_told_and_by_which_files() throws Exception {
        var one = engine("one");
        var first = one.begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        one.propose(ours.read(), first.swap());

        assertThat(store("two").swaps(9))
                .extracting(Swap::rules)
                .containsExactly(ours.read().hash(), first.swap().rules());
        assertThat(store("two").names(first.swap().rules())).contains("config/teams.yaml");
        assertThat(store("two").names("never")).isEmpty();
    }

    @Test
    void a_failing_test_keeps_the_gate_shut() throws Exception {
        var begun = engine("one").begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        var shut = engine("one", (candidate, tests) -> List.of(new Problem("night.test.yaml", 3, "goes to support")));

        assertThat(shut.propose(ours.read(), begun.swap())).isEmpty();

        assertThat(store("one").newest()).contains(begun.swap());
        assertThat(store("one").refused().get(0).problems())
                .extracting(Problem::toString)
                .containsExactly("night.test.yaml:3: goes to support");
    }

    @Test
    void an_adapter_that_does_not_start_is_refused_without_its_secret() throws Exception {
        var one = engine("one");
        var begun = one.begin(ours.read());
        ours.replace(Folders.ADAPTER, "first at {{url}}", "{{ulr}}");

        assertThat(one.propose(ours.read(), begun.swap())).isEmpty();

        assertThat(store("one").refused().get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith(Folders.ADAPTER);
            assertThat(problem.sentence()).contains("helpdesk", "ulr").doesNotContain("s3cret");
        });
    }

    @Test
    void what_was_once_in_force_can_be_had_again_by_its_hash() throws Exception {
        var one = engine("one");
        var first = one.begin(ours.read());
        ours.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        assertThat(one.propose(ours.read(), first.swap())).isPresent();

        var files = store("one").files(first.swap().rules()).orElseThrow();

        assertThat(files.hash()).isEqualTo(first.swap().rules());
        assertThat(store("one").files("nothing")).isEmpty();
    }

    @Test
    void new_secrets_are_a_new_set_of_the_same_rules() throws Exception {
        var one = engine("one");
        var begun = one.begin(ours.read());

        var renewed = one.renewed(begun);

        assertThat(renewed.swap()).isEqualTo(begun.swap());
        assertThat(renewed.set()).isNotSameAs(begun.set());
        assertThat(renewed.set().rules().hash()).isEqualTo(begun.set().rules().hash());
    }

    private RuleSwaps engine(String name) {
        return engine(name, (candidate, tests) -> List.of());
    }

    private RuleSwaps engine(String name, Gate gate) {
        var placeholders = Placeholders.of(temporary, variable -> "https://s3cret.example");
        return new RuleSwaps(store(name), new RuleCompiler(placeholders), new AdapterCompiler(camel), gate);
    }

    private RuleStore store(String engine) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        return new RuleStore(JdbcClient.create(source), transaction, new ObjectMapper(), Clock.systemUTC(), engine);
    }
}
