package dev.rota.desk;

import java.time.Duration;

/**
 * One step of a ladder that widens with time.
 *
 * @param after how long a conversation has waited when the step begins
 * @param atLeast the lowest level of the wanted skill that will do; 0 when anybody will
 */
public record SkillStep(Duration after, int atLeast) {

    /** Anybody will do from the beginning. */
    public static final SkillStep ANYBODY = new SkillStep(Duration.ZERO, 0);
}
