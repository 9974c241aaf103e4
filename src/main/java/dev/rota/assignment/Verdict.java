package dev.rota.assignment;

/** Why one candidate was in or out. */
public record Verdict(String agent, boolean in, String reason) {}
