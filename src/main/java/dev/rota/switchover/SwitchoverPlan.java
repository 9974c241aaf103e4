package dev.rota.switchover;

import java.util.List;

/**
 * What a switchover does, before it does it.
 *
 * @param moves one for each conversation that is concerned, in the order in which they are served
 * @param queues each queue in which something waits afterwards
 * @param agents each agent whose load changes, and each with more than the capacity allows
 */
public record SwitchoverPlan(List<Move> moves, List<QueueAfter> queues, List<AgentAfter> agents) {

    public SwitchoverPlan {
        moves = List.copyOf(moves);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /** Plans; the same snapshot always has the same plan. */
    public static SwitchoverPlan of(Snapshot snapshot) {
        return new Planner(snapshot).plan();
    }
}
