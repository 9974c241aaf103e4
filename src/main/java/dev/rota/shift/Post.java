package dev.rota.shift;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A queue as something that has to be staffed.
 *
 * @param hours the calendar that says when it is open; null when it always is
 * @param agents who serves it
 * @param skill the skill that it asks for first; null when there is none
 * @param skilled who has it
 */
public record Post(
        String queue, @Nullable String hours, Set<String> agents, @Nullable String skill, Set<String> skilled) {

    public Post {
        agents = Set.copyOf(agents);
        skilled = Set.copyOf(skilled);
    }
}
