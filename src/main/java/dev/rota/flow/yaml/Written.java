package dev.rota.flow.yaml;

/** A text as somebody wrote it, and where. */
public record Written(Place place, String text) {}
