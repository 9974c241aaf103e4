package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.config.Placeholders;
import dev.rota.conversation.DecisionLog;
import dev.rota.conversation.DecisionLog.Recorded;
import dev.rota.flow.rules.RuleSets;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.routing.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules that are broken, mended, renamed and deleted while messages arrive: each is decided, and by one set as a whole. */
@ExtendWith(Grounds.class)
class SwapIT {

    private static final Duration APART = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** So many messages are on their way before the first edit. */
    private static final int FIRST = 100;

    /** The more time the edits take, the more customers write, who all get somebody. */
    private static final int ROOM = 30_000;

    private static final Pattern VERSION = Pattern.compile(".*-v(\\d+)");

    @Test
    void whatever_is_saved_no_message_is_undecided_or_decided_by_half_a_set(Ground ground) throws Exception {
        ground.giveRoom(ROOM);
        var editor = new Editor(ground.config(), ground.folder().resolve("routes"));
        editor.sound();
        try (var helpdesk = new Helpdesk();
                var engine = new EngineProcess("one", ground.folder(), ground.environment(helpdesk));
                var storm = new Storm(ground, helpdesk, engine.door())) {
            engine.start();
            engine.awaitReady();
            storm.beginToLast();
            storm.awaitAcknowledged(FIRST);
            var jdbc = Truth.database(ground.data());
            var mended = new ArrayList<Long>();
            for (var round = 1; round <= 2; round++) {
                mended.add(edit(editor, jdbc).toMillis());
            }
            storm.end();
            System.out.printf("SwapIT: mended files were in force after %s ms%n", mended);

            storm.assertNothingLostAndNothingTwice();
            var decisions = DecisionLog.of(jdbc);
            assertThat(decisions).hasSizeGreaterThanOrEqualTo(storm.count());
            assertThat(undecided(jdbc)).isZero();
            assertThat(faults(decisions, editor.allSound(), jdbc)).isEmpty();
            assertThat(decisions.stream()
                            .map(each -> each.decision().routeSet())
                            .distinct())
                    .as("messages came under more than three sets")
                    .hasSizeGreaterThan(3);
            assertATornSetIsNoticed(decisions, editor.allSound(), jdbc);
        }
    }

    /** One of everything that people do to files; gives how long the mended file took to be in force. */
    private static Duration edit(Editor editor, JdbcClient jdbc) {
        awaitInForce(editor.next(APART), jdbc);
        editor.breakFile();
        awaitRefused(jdbc);
        editor.tearFile();
        awaitRefused(jdbc);
        editor.delete();
        awaitRefused(jdbc);
        editor.mend();
        awaitAccepted(jdbc);
        awaitInForce(editor.rename("queue.camel.yaml", "queues.camel.yaml"), jdbc);
        awaitInForce(editor.rename("queues.camel.yaml", "queue.camel.yaml"), jdbc);
        editor.breakFile();
        awaitRefused(jdbc);
        var mended = System.nanoTime();
        awaitInForce(editor.next(Duration.ZERO), jdbc);
        return Duration.ofNanos(System.nanoTime() - mended);
    }

    private static void awaitInForce(String hash, JdbcClient jdbc) {
        await(hash + " is in force")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("SELECT rules FROM swap ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single()
                        .equals(hash));
    }

    private static void awaitRefused(JdbcClient jdbc) {
        awaitProposal(jdbc, "problems <> '[]'");
        jdbc.sql("UPDATE proposal SET problems = '[\"seen\"]'").update();
    }

    private static void awaitAccepted(JdbcClient jdbc) {
        awaitProposal(jdbc, "problems = '[]'");
    }

    private static void awaitProposal(JdbcClient jdbc, String condition) {
        await("a proposal with " + condition)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM proposal WHERE problems <> '[\"seen\"]' AND " + condition)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private static int undecided(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM conversation c"
                        + " WHERE NOT EXISTS (SELECT FROM decision d WHERE d.conversation = c.id)")
                .query(Integer.class)
                .single();
    }

    /** What is wrong with decisions: made by a set that never was, by halves of two, or otherwise than it decides. */
    private static List<String> faults(List<Recorded> decisions, Set<String> sound, JdbcClient jdbc)
            throws RouteSetRefused {
        var faults = new ArrayList<String>();
        try (var sets = new RuleSets(jdbc, Placeholders.of(Path.of("."), name -> null))) {
            for (var each : decisions) {
                var decision = each.decision();
                var set = sets.byHash(decision.routeSet());
                if (set.isEmpty() || !sound.contains(decision.routeSet())) {
                    faults.add("nobody saved " + decision.routeSet() + " as a whole");
                } else if (!set.get().rules().triage().decide(each.inquiry()).equals(decision)) {
                    faults.add(decision.routeSet() + " decides otherwise than was recorded");
                }
                if (versions(each).size() > 1) {
                    faults.add("a decision was made by the versions " + versions(each));
                }
            }
        }
        return faults;
    }

    /** By which versions of the files a decision was made; those of the repository say none. */
    private static Set<String> versions(Recorded each) {
        return each.decision().because().stream()
                .map(rule -> VERSION.matcher(rule.step()))
                .map(version -> version.matches() ? version.group(1) : "none")
                .collect(Collectors.toSet());
    }

    /** Decisions that are said to be another set's, and one whose halves are of two, don't pass for what they are not. */
    private static void assertATornSetIsNoticed(List<Recorded> decisions, Set<String> sound, JdbcClient jdbc)
            throws RouteSetRefused {
        var first = decisions.get(0);
        var last = decisions.get(decisions.size() - 1);
        assertThat(faults(List.of(with(first, last.decision().routeSet(), first)), sound, jdbc))
                .containsExactly(last.decision().routeSet() + " decides otherwise than was recorded");
        assertThat(faults(List.of(with(first, "0123456789ab", first)), sound, jdbc))
                .containsExactly("nobody saved 0123456789ab as a whole");
        assertThat(faults(List.of(with(first, first.decision().routeSet(), last)), sound, jdbc))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("a decision was made by the versions"));
    }

    /** The same decision, said to be made by a set, with the last rule of another. */
    private static Recorded with(Recorded one, String routeSet, Recorded other) {
        var because = new ArrayList<>(one.decision().because());
        var others = other.decision().because();
        because.set(because.size() - 1, others.get(others.size() - 1));
        var decision = one.decision();
        return new Recorded(
                one.inquiry(),
                new Decision(
                        decision.requestType(),
                        decision.queue(),
                        decision.priority(),
                        decision.skill(),
                        routeSet,
                        because));
    }
}
