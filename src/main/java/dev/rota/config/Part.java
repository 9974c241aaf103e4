package dev.rota.config;

/** What one file says, and where problems with it go. */
record Part<T>(Source source, T content) {}
