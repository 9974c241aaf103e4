package dev.rota.conversation;

import dev.rota.desk.Viewer;

/** How the company writes first. */
public interface Beginnings {

    /**
     * Begins a conversation by template; it is the agent's at once, and counts as theirs.
     *
     * @return the conversation's id
     * @throws Refusal.Stale when the customer has an open conversation with that number already
     */
    long begin(Beginning wanted, Viewer by);
}
