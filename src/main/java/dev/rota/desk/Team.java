package dev.rota.desk;

import java.util.Set;

/** A group of agents, and the people who supervise it. */
public record Team(String name, String title, Set<String> supervisors) {

    public Team {
        supervisors = Set.copyOf(supervisors);
    }
}
