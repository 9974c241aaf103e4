package dev.rota.flow.rules;

import java.time.Instant;

/**
 * One time that other rules came into force; the newest says what is in force on every engine.
 *
 * @param rules the hash of their files
 * @param engine whose folders they came from
 */
public record Swap(long id, String rules, Instant at, String engine) {}
