package dev.rota.desk;

/** What an adapter is to carry out. */
public sealed interface Command permits Ticket, Reply, Copy {}
