package dev.rota.customer.offence;

import dev.rota.conversation.Commands;

/** Breaks the drawing: an edge that knows another edge. */
record KnowsAnotherEdge(Commands commands) {}
