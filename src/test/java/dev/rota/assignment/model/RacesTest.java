package dev.rota.assignment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every three commands, in every interleaving of their steps: never two owners, nobody beyond their capacity, no command
 * with an effect on what its author did not see, and none that waits for ever.
 */
class RacesTest {

    @Test
    void nothing_goes_wrong_whatever_races_and_however_it_runs() {
        assertThat(faults(Mistake.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_mistake_is_found(Mistake mistake) {
        assertThat(faults(mistake).limit(1)).hasSize(1);
    }

    private static Stream<String> faults(Mistake mistake) {
        return commands()
                .flatMap(one -> commands().flatMap(two -> commands().map(three -> List.of(one, two, three))))
                .flatMap(commands -> IntStream.of(State.NOBODY, 0)
                        .mapToObj(owner -> fault(State.before(commands, mistake, owner), commands)))
                .filter(Objects::nonNull);
    }

    /** Each conversation given to each agent or given back, by somebody who saw it now or will have seen a change. */
    private static Stream<Command> commands() {
        return IntStream.range(0, 12).mapToObj(n -> new Command(n % 2, 1 + n / 2 % 2, n / 4 - 1));
    }

    /** The first fault on any way; null when there is none. */
    private static @Nullable String fault(State begin, List<Command> commands) {
        var seen = new HashSet<List<Integer>>();
        var ahead = new ArrayDeque<>(List.of(begin));
        while (!ahead.isEmpty()) {
            var state = ahead.removeLast();
            if (!seen.add(state.key())) {
                continue;
            }
            if (!state.fault().isEmpty()) {
                return commands + ": " + state.fault();
            }
            var moved = false;
            var waits = false;
            for (var who = 0; who < commands.size(); who++) {
                if (!state.isDone(who)) {
                    var next = state.after(who);
                    moved |= next != state;
                    waits |= next == state;
                    ahead.addLast(next);
                }
            }
            if (waits && !moved) {
                return commands + ": each waits for another";
            }
        }
        return null;
    }
}
