package dev.rota.config;

/** A value and the line it stands on. */
record Located<T>(T value, int line) {}
