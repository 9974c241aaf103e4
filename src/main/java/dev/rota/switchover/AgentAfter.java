package dev.rota.switchover;

/**
 * An agent's load after a switchover.
 *
 * @param before how many conversations they had
 * @param after how many they have then
 * @param capacity how many may be theirs
 */
public record AgentAfter(String agent, int before, int after, int capacity) {

    /** Whether it is more than the capacity allows. */
    public boolean over() {
        return after > capacity;
    }
}
