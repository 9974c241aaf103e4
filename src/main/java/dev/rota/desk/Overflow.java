package dev.rota.desk;

import java.time.Duration;

/**
 * Where a conversation goes on waiting when a queue has had it too long.
 *
 * @param after how long it has waited
 * @param to the name of the other queue
 */
public record Overflow(Duration after, String to) {}
