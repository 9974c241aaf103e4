package dev.rota.assignment;

import dev.rota.desk.Agent;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a queue's teams, as the choice sees them.
 *
 * @param offReason why the agent is not at work, in a sentence; null when they are
 * @param open how many conversations are theirs now
 */
public record Candidate(Agent agent, @Nullable String offReason, int open) {}
