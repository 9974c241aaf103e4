package dev.rota.panel;

import dev.rota.conversation.Deliveries;
import dev.rota.conversation.DeliveryBoard;
import dev.rota.conversation.DeliveryBoard.How;
import dev.rota.conversation.Page;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.downstream.ParkedDeliveries;
import dev.rota.downstream.back.ParkedCallbacks;
import dev.rota.panel.DeliveriesView.Effect;
import dev.rota.panel.DeliveriesView.Line;
import dev.rota.panel.DeliveriesView.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the page of deliveries of what the viewer may see. */
final class DeliveryPages {

    private static final int SHOWN = 50;
    private static final int LATELY = 10;

    private final Deliveries deliveries;
    private final DeliveryBoard board;
    private final ParkedDeliveries parked;
    private final ParkedCallbacks callbacks;
    private final Supplier<Company> company;
    private final Clock clock;

    DeliveryPages(
            Deliveries deliveries,
            DeliveryBoard board,
            ParkedDeliveries parked,
            ParkedCallbacks callbacks,
            Supplier<Company> company,
            Clock clock) {
        this.deliveries = deliveries;
        this.board = board;
        this.parked = parked;
        this.callbacks = callbacks;
        this.company = company;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param cursor of the page before; empty for the first
     * @param again {@code deliveries} or {@code callbacks}, when trying all of them again is considered; else empty
     */
    DeliveriesView of(String state, String downstream, String cursor, String again, Viewer viewer) {
        var known = company.get();
        var now = clock.instant();
        var times = new FloorTimes(known.timetable(), now);
        var how = How.of(state).orElse(null);
        var page = board.list(how, given(downstream), given(cursor), SHOWN, viewer);
        return new DeliveriesView(
                how == null ? "" : how.label(),
                downstream,
                board.byDownstream(times.today(), viewer),
                lines(page, known, times),
                page.next(),
                viewer.role().seesAll() ? told(downstream, known, now) : List.of(),
                viewer.role().seesAll() ? Lately.of(parked.lately(LATELY), known, now) : List.of(),
                effect(downstream, again, viewer),
                viewer.role() == Role.SUPERVISOR || handles(viewer),
                handles(viewer));
    }

    /** The parked deliveries that would be tried again. */
    List<Long> retryable(String downstream, Viewer viewer) {
        return parked.retryable(deliveries.parked(given(downstream), viewer));
    }

    private @Nullable Effect effect(String downstream, String again, Viewer viewer) {
        if (again.equals("deliveries")) {
            return new Effect(false, retryable(downstream, viewer).size());
        }
        return again.equals("callbacks") && viewer.role().seesAll()
                ? new Effect(true, callbacks.count(given(downstream)))
                : null;
    }

    private List<Line> lines(Page<DeliveryBoard.Line> page, Company known, FloorTimes times) {
        var ids = page.items().stream().map(one -> one.delivery().id()).toList();
        var retryable = Set.copyOf(parked.retryable(ids));
        return page.items().stream()
                .map(one ->
                        Line.of(one, retryable, times, Lately.of(one.delivery().again(), known, times.now())))
                .toList();
    }

    private List<Told> told(String downstream, Company known, Instant now) {
        return callbacks.list(given(downstream), Long.MAX_VALUE, SHOWN).stream()
                .map(one -> Told.of(one, now, Lately.of(one.again(), known, now)))
                .toList();
    }

    private static boolean handles(Viewer viewer) {
        return viewer.role() == Role.ADMIN || viewer.role() == Role.OPERATIONS;
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
