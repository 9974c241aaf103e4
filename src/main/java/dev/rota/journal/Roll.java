package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.Set;

/**
 * What an engine learned when it last reported.
 *
 * @param token the one that it drew when it registered, 0 while it is not registered
 * @param newest the token of the engine that came last
 * @param engines how many live, this one included
 * @param lanes those that are this engine's
 * @param suspect those of them whose last holder died
 */
record Roll(int token, int newest, int engines, Set<Integer> lanes, Set<Integer> suspect) {

    static final Roll NONE = new Roll(0, 0, 0, Set.of(), Set.of());

    Roll {
        lanes = Set.copyOf(lanes);
        suspect = Set.copyOf(suspect);
    }

    /** Of an engine that has just registered and knows nothing else yet. */
    static Roll of(int token) {
        return new Roll(token, 0, 0, Set.of(), Set.of());
    }

    /** How many lanes this engine has beyond its fair share. */
    int surplus() {
        return engines == 0 ? 0 : Math.max(0, lanes.size() - share(engines));
    }

    /** How many lanes each of so many engines holds at most. */
    static int share(int engines) {
        return (Event.LANES + engines - 1) / engines;
    }

    boolean registered() {
        return token != 0;
    }

    boolean alone() {
        return engines == 1;
    }
}
