package dev.rota.desk;

import java.util.Map;

/**
 * Somebody who answers customers.
 *
 * @param capacity how many conversations may be theirs at once
 * @param skills levels from 1 up by name of skill
 * @param ids what each downstream calls this agent, by name of downstream
 */
public record Agent(
        String name, String title, String team, int capacity, Map<String, Integer> skills, Map<String, String> ids) {

    public Agent {
        skills = Map.copyOf(skills);
        ids = Map.copyOf(ids);
    }

    /** The level in that skill, 0 without it. */
    public int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }
}
