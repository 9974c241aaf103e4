package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import dev.rota.inquiry.RoutingOverride;
import dev.rota.shift.CalendarOverride;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules that are in force: those of the files, with the exceptions that operations have made without a file. They are
 * asked for at every message, so what the database said last is at hand.
 */
public final class Exceptions implements Supplier<Rules> {

    private final Supplier<Rules> files;
    private final SwitchoverTable switchovers;
    private final OverrideTable table;
    private final Clock clock;
    private volatile List<CalendarOverride> extras = List.of();
    private volatile List<RoutingOverride> overrides = List.of();
    private volatile @Nullable InForce inForce;

    Exceptions(Supplier<Rules> files, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.switchovers = new SwitchoverTable(jdbc);
        this.table = new OverrideTable(jdbc);
        this.clock = clock;
    }

    /** Reads them anew; one after the other, so that what was read first is never remembered last. */
    public synchronized void refresh() {
        var now = clock.instant();
        extras = switchovers.extras(now);
        overrides = table.inForce(now);
    }

    @Override
    public Rules get() {
        var ofFiles = files.get();
        var standing = standing();
        var known = inForce;
        if (known == null || !known.isOf(ofFiles, extras, standing)) {
            known = InForce.of(ofFiles, extras, standing);
            inForce = known;
        }
        return known.rules;
    }

    /** Nobody needs to look for one to be over. */
    private List<RoutingOverride> standing() {
        var known = overrides;
        if (known.isEmpty()) {
            return known;
        }
        var now = clock.instant();
        return known.stream().filter(override -> override.isInForce(now)).toList();
    }

    /** Rules with their exceptions, put together once. */
    private record InForce(Rules files, List<CalendarOverride> extras, List<RoutingOverride> overrides, Rules rules) {

        static InForce of(Rules files, List<CalendarOverride> extras, List<RoutingOverride> overrides) {
            var none = extras.isEmpty() && overrides.isEmpty();
            return new InForce(files, extras, overrides, none ? files : with(files, extras, overrides));
        }

        @SuppressWarnings("ReferenceEquality") // the same rules are the same object until they are replaced
        boolean isOf(Rules other, List<CalendarOverride> otherExtras, List<RoutingOverride> otherOverrides) {
            return files == other && Objects.equals(extras, otherExtras) && Objects.equals(overrides, otherOverrides);
        }

        private static Rules with(Rules files, List<CalendarOverride> extras, List<RoutingOverride> overrides) {
            Company company = files.company();
            var known = extras.isEmpty()
                    ? company
                    : company.with(company.timetable().with(extras));
            return new Rules(files.hash(), known, files.triage(), overrides);
        }
    }
}
