package dev.rota.assignment.model;

/**
 * What somebody does with a conversation that they saw at an epoch.
 *
 * @param agent who gets it; {@link State#NOBODY} when it is given back
 */
record Command(int conversation, int epoch, int agent) {}
