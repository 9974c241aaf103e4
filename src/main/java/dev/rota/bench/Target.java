package dev.rota.bench;

/** An address on this machine that takes webhooks. */
record Target(int port, String path) {}
