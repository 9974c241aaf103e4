package dev.rota.desk;

import java.util.Set;

/**
 * Somebody who looks or acts: a person who logged in, or the bearer of an API token.
 *
 * @param name the login; the agent's name when it is an agent
 * @param title the name as people write it
 * @param teams the teams whose conversations an agent or supervisor may see
 */
public record Viewer(String name, String title, Role role, Set<String> teams) {

    public Viewer {
        teams = Set.copyOf(teams);
    }
}
