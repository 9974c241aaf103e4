package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.desk.Downstream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether every message that is sent on to a route arrives at one, and every route has one that sends to it. */
final class SendsRule {

    /** How the names of routes begin that come with a downstream that tells something, which is none yet perhaps. */
    private static final List<String> LATER = List.of(Downstream.BACK, Downstream.POLL);

    private final Set<String> names = new TreeSet<>();

    /** @param others routes that are made from {@code config/} */
    SendsRule(List<WrittenRoute> routes, Collection<String> others) {
        routes.forEach(route -> names.add(route.direct().orElse(route.name())));
        names.addAll(others);
    }

    /** @param whole whether every send is known; else a route that nothing leads to is mostly meant by another */
    void check(List<WrittenRoute> routes, boolean whole) {
        var sends = routes.stream()
                .flatMap(WrittenRoute::allSteps)
                .flatMap(step -> Send.of(step).stream())
                .toList();
        var lost = sends.stream()
                .filter(send -> Stream.concat(names.stream(), LATER.stream()).noneMatch(send::leadsTo))
                .toList();
        lost.forEach(send ->
                send.uri().problem("no route is called '" + send.name() + "'" + Nearest.hint(send.name(), names)));
        if (whole && lost.isEmpty()) {
            routes.forEach(route -> route.direct()
                    .filter(name -> sends.stream().noneMatch(send -> send.leadsTo(name)))
                    .ifPresent(
                            name -> route.yaml().problem("no route leads to '" + name + "'; expected one that does")));
        }
    }
}
