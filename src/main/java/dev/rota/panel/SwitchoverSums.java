package dev.rota.panel;

import dev.rota.conversation.Switchover;
import dev.rota.switchover.AgentAfter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a switchover does, counted.
 *
 * @param kinds how many conversations go which way
 * @param lacking for each queue that has neither people nor an opening, what is wrong
 * @param over who has more than their capacity afterwards
 */
record SwitchoverSums(int open, Map<String, Long> kinds, List<String> lacking, List<AgentAfter> over) {

    static SwitchoverSums of(Switchover one) {
        var plan = one.plan();
        if (plan == null) {
            return new SwitchoverSums(0, Map.of(), List.of(), List.of());
        }
        var kinds = plan.moves().stream()
                .collect(Collectors.groupingBy(Switchover.Line::kind, TreeMap::new, Collectors.counting()));
        return new SwitchoverSums(
                plan.moves().size(),
                kinds,
                plan.queues().stream()
                        .flatMap(queue -> Stream.ofNullable(queue.nobody()))
                        .toList(),
                plan.agents().stream().filter(AgentAfter::over).toList());
    }
}
