package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.List;

/**
 * What one commit did.
 *
 * @param fresh the events that are new, at their places in the journal, in order
 * @param seen those that were there already
 * @param alone whether no other engine lived when it was stored
 * @param newest the token of the engine that had come last
 */
record Stored(List<Event> fresh, List<Event> seen, boolean alone, int newest) {}
