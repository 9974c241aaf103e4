package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import dev.rota.shift.CalendarOverride;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are in force: those of the files, with the exceptions that operations have made without a file. They are
 * asked for at every message, so what the database said last is at hand.
 */
public final class Exceptions implements Supplier<Rules> {

    private final Supplier<Rules> files;
    private final SwitchoverTable switchovers;
    private final Clock clock;
    private volatile List<CalendarOverride> extras = List.of();
    private volatile @Nullable InForce inForce;

    Exceptions(Supplier<Rules> files, SwitchoverTable switchovers, Clock clock) {
        this.files = files;
        this.switchovers = switchovers;
        this.clock = clock;
    }

    /** Reads them anew. */
    public void refresh() {
        extras = switchovers.extras(clock.instant());
    }

    @Override
    public Rules get() {
        var ofFiles = files.get();
        var known = inForce;
        if (known == null || !known.isOf(ofFiles, extras)) {
            known = InForce.of(ofFiles, extras);
            inForce = known;
        }
        return known.rules;
    }

    /** Rules with their exceptions, put together once. */
    private record InForce(Rules files, List<CalendarOverride> extras, Rules rules) {

        static InForce of(Rules files, List<CalendarOverride> extras) {
            return new InForce(files, extras, extras.isEmpty() ? files : with(files, extras));
        }

        @SuppressWarnings("ReferenceEquality") // the same rules are the same object until they are replaced
        boolean isOf(Rules other, List<CalendarOverride> others) {
            return files == other && Objects.equals(extras, others);
        }

        private static Rules with(Rules files, List<CalendarOverride> extras) {
            Company company = files.company();
            return new Rules(files.hash(), company.with(company.timetable().with(extras)), files.triage());
        }
    }
}
