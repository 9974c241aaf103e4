package dev.rota.desk;

/** How far apart the commits of work are: one costs much the same for ten as for one. */
@FunctionalInterface
public interface Gathering {

    /** Not at all. */
    Gathering NONE = () -> 0;

    /** How long after one began the next one begins at the earliest, in nanoseconds. */
    long apart();
}
