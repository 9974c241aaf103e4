package dev.rota.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for an agent.
 *
 * @param skill a skill whose holders are asked first, or null
 */
public record Work(long conversation, String queue, @Nullable String skill) {}
