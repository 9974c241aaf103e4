package dev.rota.assignment.model;

/** A way of getting the races wrong that the model is to find. */
enum Mistake {
    NONE,
    /** Room is looked for before anything is held, and acted on later. */
    CAPACITY_CHECKED_TOO_EARLY,
    /** A command has its effect whatever its author saw. */
    EPOCH_NOT_COMPARED,
    /** Agents are held in the order in which they are thought of. */
    AGENTS_HELD_IN_ANY_ORDER
}
