package dev.rota.assignment.simulation;

/** A mistake that the simulation is to find. */
enum Bug {
    /** There is none. */
    NONE,
    /** A customer's message goes to whoever is responsible, at work or not. */
    OWNER_IS_NOT_CHECKED,
    /** Who arrives last is given the place that the oldest was waiting for. */
    NEWEST_FIRST,
    /** A claim does not ask how many conversations the agent has. */
    CLAIM_BEYOND_CAPACITY,
    /** A command has its effect whatever its author saw. */
    EPOCH_IS_NOT_COMPARED,
    /** A place that becomes free is not handed out. */
    FREED_PLACE_IS_FORGOTTEN,
    /** What nobody can take at the head of a line holds up the rest of it. */
    HEAD_BLOCKS_THE_LINE,
    /** A conversation that wakes up weighs as little as before. */
    WAKING_WEIGHS_NOTHING,
    /** A message that comes once more is a message like any other. */
    MESSAGE_COUNTS_AGAIN,
    /** A message that comes late is taken for the newest. */
    LATE_MESSAGE_REWINDS,
    /** A switchover looks after what people have, and not after what waits. */
    SWITCHOVER_FORGETS_WHAT_WAITS
}
