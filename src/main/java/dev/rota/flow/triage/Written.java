package dev.rota.flow.triage;

/** A text as somebody wrote it, and where. */
record Written(Place place, String text) {}
