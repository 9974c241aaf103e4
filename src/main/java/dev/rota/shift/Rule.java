package dev.rota.shift;

/** What decides at an instant; of two that speak about the same the one further down this list holds. */
public enum Rule {
    /** The week of a calendar. */
    CALENDAR,
    /** The lines of the roster. */
    ROSTER,
    /** A day that closes something. */
    HOLIDAY,
    /** A dated exception. */
    OVERRIDE,
    /** Days away, and standing in for somebody who is away. */
    LEAVE
}
