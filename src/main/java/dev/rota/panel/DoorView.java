package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.journal.Balance;
import dev.rota.journal.ParkedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the door shows.
 *
 * @param replays whether the reader may put events back into their lanes
 */
record DoorView(Balance balance, List<Line> numbers, List<Stuck> parked, boolean replays) {

    static DoorView of(Balance balance, List<ParkedEvent> parked, Company company, Viewer viewer, Instant now) {
        return new DoorView(
                balance,
                balance.numbers().stream().map(one -> Line.of(one, now)).toList(),
                parked.stream().map(one -> Stuck.of(one, company, now)).toList(),
                viewer.role() == Role.ADMIN || viewer.role() == Role.OPERATIONS);
    }

    /**
     * A number.
     *
     * @param last how long ago something last came; null when nothing did
     * @param oldest how long the oldest event waits; null when none does
     */
    record Line(Balance.OfNumber figures, @Nullable String last, @Nullable String oldest) {

        static Line of(Balance.OfNumber one, Instant now) {
            var last = one.lastDeliveryAt();
            var waits = one.oldestPendingSeconds();
            return new Line(
                    one,
                    last == null ? null : Ages.between(last, now),
                    one.pending() == 0 ? null : Ages.between(now.minus(Duration.ofSeconds(waits)), now));
        }
    }

    /**
     * A parked event, without what it says.
     *
     * @param number the number's name, its id when no file names it; empty when it came for none
     * @param again who had it tried again; null when nobody had
     */
    record Stuck(ParkedEvent event, String number, String age, @Nullable Lately again) {

        static Stuck of(ParkedEvent one, Company company, Instant now) {
            var name = company.numberById(one.number()).map(Number::name).orElse(one.number());
            return new Stuck(one, name, Ages.between(one.parkedAt(), now), Lately.of(one.again(), company, now));
        }
    }
}
