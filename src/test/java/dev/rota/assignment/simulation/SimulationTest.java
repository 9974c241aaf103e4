package dev.rota.assignment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand lives of five hundred events each; {@code -Dseed=N} lives one of them again and tells it. */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("seeds", 10_000);
    private static final int ENOUGH_FOR_A_BUG = 200;

    @Test
    void every_promise_holds_after_every_event_of_every_life() {
        var again = Long.getLong("seed");
        if (again != null) {
            var simulation = new Simulation(Bug.NONE);
            assertThat(simulation.run(again))
                    .as(String.join("\n", simulation.story(again)))
                    .isNull();
            return;
        }
        var workers = Runtime.getRuntime().availableProcessors();
        var lives = IntStream.range(0, workers)
                .mapToObj(worker -> CompletableFuture.supplyAsync(() -> lives(worker, workers)))
                .toList();

        assertThat(lives.stream().flatMap(each -> each.join().stream())).isEmpty();
    }

    /** The first promises broken in each worker's share of the seeds. */
    private static List<Simulation.Broken> lives(int worker, int workers) {
        var simulation = new Simulation(Bug.NONE);
        return LongStream.range(0, SEEDS)
                .filter(seed -> seed % workers == worker)
                .mapToObj(simulation::run)
                .filter(Objects::nonNull)
                .limit(3)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_bug_is_found_and_found_again_by_its_seed(Bug bug) {
        var found = LongStream.range(0, ENOUGH_FOR_A_BUG)
                .mapToObj(new Simulation(bug)::run)
                .filter(Objects::nonNull)
                .findFirst();

        assertThat(found).isPresent();
        assertThat(new Simulation(bug).run(found.get().seed())).isEqualTo(found.get());
        assertThat(new Simulation(Bug.NONE).run(found.get().seed())).isNull();
    }

    @Test
    void a_seed_is_the_same_life_again_and_lives_differ() {
        var once = new Simulation(Bug.NONE).story(7);

        assertThat(once).hasSizeGreaterThan(Simulation.EVENTS).isEqualTo(new Simulation(Bug.NONE).story(7));
        assertThat(once).isNotEqualTo(new Simulation(Bug.NONE).story(8));
    }

    @Test
    void a_life_has_all_that_may_happen_in_it() {
        var stories = LongStream.range(0, 20)
                .mapToObj(new Simulation(Bug.NONE)::story)
                .flatMap(List::stream)
                .toList();

        assertThat(List.of(
                        "Said",
                        "Give",
                        "Release",
                        "Move",
                        "Close",
                        "AWAY",
                        "BREAK",
                        "the files changed",
                        "from night to morning",
                        "the same switchover again",
                        "the same command again",
                        "message 1 again",
                        "has it now"))
                .allSatisfy(word -> assertThat(stories).anyMatch(line -> line.contains(word)));
    }
}
