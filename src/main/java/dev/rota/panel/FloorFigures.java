package dev.rota.panel;

import dev.rota.conversation.Floor;
import dev.rota.conversation.Floor.Counted;
import dev.rota.conversation.Floor.OfQueue;
import dev.rota.conversation.Floor.Scope;
import dev.rota.desk.Agent;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.panel.FloorView.Figure;
import dev.rota.panel.FloorView.Rows;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/** The six figures at the top of the floor, each with the way to its rows. */
record FloorFigures(Scope scope, Viewer viewer, FloorTimes times, FloorPeople people, FloorIntake intake) {

    private static final String DUE = "due:" + Floor.RISK.toMinutes() + "m";
    private static final String NONE = "–";

    List<Figure> of(Counted part, Counted all, Collection<Agent> agents, Collection<Agent> everybody) {
        return List.of(
                waiting(part, all),
                oldest(part, all),
                unowned(part, all),
                risk(part, all),
                on(agents, everybody),
                balance());
    }

    private Figure waiting(Counted part, Counted all) {
        var value = text(sum(part, OfQueue::waiting));
        return figure("waiting", value, text(sum(all, OfQueue::waiting)), false, rows("waiting", value, Tab.WAITING));
    }

    private Figure oldest(Counted part, Counted all) {
        var oldest = part.oldest();
        var value = oldest == null ? NONE : Ages.between(oldest.since(), times.now());
        var rows = oldest == null
                ? List.<Rows>of()
                : List.of(new Rows("waiting", value, "/conversations/" + oldest.conversation() + "?tab=waiting"));
        var whole = all.oldest() == null ? NONE : Ages.between(all.oldest().since(), times.now());
        return new Figure("oldest", value, whole, false, rows, null);
    }

    private Figure unowned(Counted part, Counted all) {
        var value = text(part.unowned());
        return figure("unowned", value, text(all.unowned()), false, rows("waiting", value, Tab.WAITING, "owner:none"));
    }

    private Figure risk(Counted part, Counted all) {
        var waiting = sum(part, OfQueue::waitingAtRisk);
        var owned = sum(part, OfQueue::ownedAtRisk);
        return new Figure(
                "risk",
                text(waiting + owned),
                text(sum(all, OfQueue::waitingAtRisk) + sum(all, OfQueue::ownedAtRisk)),
                waiting + owned > 0,
                List.of(rows("waiting", text(waiting), Tab.WAITING, DUE), rows("owned", text(owned), Tab.TEAM, DUE)),
                null);
    }

    private Figure on(Collection<Agent> agents, Collection<Agent> everybody) {
        var on = people.available(agents);
        var expected = people.onShift(agents);
        var value = on + " / " + expected;
        var total = people.available(everybody) + " / " + people.onShift(everybody);
        return figure("on", value, total, on < expected, new Rows("agents", value, "#agents"));
    }

    private Figure balance() {
        var missing = intake.missing(scope);
        var oldest = intake.oldest(scope);
        var value = text(missing);
        var goes = viewer.role() == Role.SUPERVISOR || viewer.role() == Role.ADMIN;
        return new Figure(
                "balance",
                value,
                text(intake.missing(Scope.ALL)),
                missing != 0,
                goes ? List.of(new Rows("door", value, "/door")) : List.of(),
                oldest == 0 ? null : FloorTimes.length(Duration.ofSeconds(oldest)));
    }

    private static Figure figure(String key, String value, String total, boolean presses, Rows rows) {
        return new Figure(key, value, total, presses, List.of(rows), null);
    }

    private Rows rows(String key, String count, Tab tab, String... filters) {
        return new Rows(key, count, new FloorLinks(scope).list(tab, filters));
    }

    private static int sum(Counted counted, ToIntFunction<OfQueue> figure) {
        return counted.queues().values().stream().mapToInt(figure).sum();
    }

    private static String text(long count) {
        return String.valueOf(count);
    }
}
