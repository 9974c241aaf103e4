package dev.rota.desk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a queue hands out what waits in it.
 *
 * @param skills the ladder by which the wanted skill is asked for, from its narrowest step; at least one
 * @param preferLast how long whoever had the customer's last conversation is waited for; null for not at all
 * @param aging how much waiting is worth as much as one step of priority
 * @param capacity how many conversations of this queue one agent may have, besides the agent's own capacity; null for
 *     any number
 * @param silence what silent conversations weigh; null when as much as others
 */
public record Handout(
        Strategy strategy,
        List<SkillStep> skills,
        @Nullable Duration preferLast,
        Duration aging,
        @Nullable Integer capacity,
        @Nullable Silence silence) {

    /** To the least loaded, whoever has the wanted skill first. */
    public static final Handout PLAIN =
            new Handout(Strategy.LEAST_LOADED, List.of(SkillStep.ANYBODY), null, Duration.ofMinutes(10), null, null);

    public Handout {
        skills = List.copyOf(skills);
    }
}
