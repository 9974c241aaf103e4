package dev.rota.desk;

import java.time.Instant;

/**
 * That somebody had something tried again that had been given up.
 *
 * @param by the name of whoever had it
 * @param attempts how often it had been tried until then
 */
public record TriedAgain(String by, Instant at, int attempts) {}
