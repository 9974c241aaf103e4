package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Viewer;
import dev.rota.shift.CalendarOverride;
import dev.rota.switchover.Reshuffle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Switchovers for people: who may do what with them, and what makes sense. */
final class GuardedSwitchovers implements Switchovers {

    private static final Duration FURTHEST = Duration.ofDays(366);

    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final SwitchoverTable table;
    private final SwitchoverQuery query;
    private final SwitchoverUndo undo;
    private final DueSwitchovers due;
    private final Exceptions exceptions;
    private final Clock clock;

    GuardedSwitchovers(
            TransactionTemplate transaction,
            Supplier<Company> company,
            SwitchoverTable table,
            SwitchoverQuery query,
            SwitchoverUndo undo,
            DueSwitchovers due,
            Exceptions exceptions,
            Clock clock) {
        this.transaction = transaction;
        this.company = company;
        this.table = table;
        this.query = query;
        this.undo = undo;
        this.due = due;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public List<Switchover> list() {
        return query.list();
    }

    @Override
    public Optional<Switchover> find(long id, Viewer viewer) {
        return query.find(id, viewer);
    }

    @Override
    public Switchover rehearse(Instant at, @Nullable String calendar, Viewer viewer) {
        return query.rehearse(at, calendar, viewer);
    }

    @Override
    public Switchover schedule(Wanted wanted, Viewer by) {
        var now = clock.instant();
        inTime(wanted.at(), now);
        var calendar = calendar(wanted);
        mayMake(calendar, wanted.from(), wanted.to(), by);
        isPolicy(wanted.policy());
        if (wanted.reason().isBlank()) {
            throw new Refusal.Invalid("reason", "the reason is missing; expected why, in a sentence");
        }
        var extra = extra(calendar, wanted.at(), wanted.from(), wanted.to(), wanted.reason());
        try {
            var id = Objects.requireNonNull(
                    transaction.execute(status -> table.plan(wanted, calendar, extra.orElse(null), by, now)));
            exceptions.refresh();
            return found(id, by);
        } catch (DuplicateKeyException e) {
            throw new Refusal.Invalid(
                    "at", "calendar " + calendar + " has a planned switchover at that instant already");
        }
    }

    @Override
    public Switchover run(long id, Viewer by) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            var one = planned(id, "made", now, by);
            var timetable = company.get().timetable();
            var on = timetable.shiftAt(one.calendar(), now);
            if (!Objects.equals(on, one.from())) {
                throw new Refusal.Invalid(
                        "id",
                        "calendar " + one.calendar() + " has " + (on == null ? "no shift" : "shift " + on)
                                + " now, not " + one.from());
            }
            table.bringForward(id, now, by);
        });
        due.make();
        return found(id, by);
    }

    @Override
    public Switchover undo(long id, Viewer by) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            var one = held(id, now, by);
            var doneAt = one.doneAt();
            if (one.undoableUntil() == null || doneAt == null) {
                throw new Refusal.Invalid(
                        "id",
                        "switchover " + id + " is " + one.state()
                                + "; expected one that was made within the last "
                                + SwitchoverTable.UNDOABLE.toMinutes() + " minutes");
            }
            undo.undo(id, doneAt, now, by);
            table.end(id, "undone", now, by);
        });
        exceptions.refresh();
        return found(id, by);
    }

    @Override
    public Switchover cancel(long id, Viewer by) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            planned(id, "cancelled", now, by);
            table.end(id, "cancelled", now, by);
        });
        exceptions.refresh();
        return found(id, by);
    }

    private Switchover found(long id, Viewer by) {
        return query.find(id, by).orElseThrow();
    }

    private Switchover planned(long id, String command, Instant now, Viewer by) {
        var one = held(id, now, by);
        if (!one.state().equals("planned")) {
            throw new Refusal.Invalid(
                    "id", "switchover " + id + " is " + one.state() + "; only a planned one can be " + command);
        }
        return one;
    }

    private Switchover held(long id, Instant now, Viewer by) {
        var one = table.hold(id, now);
        mayMake(one.calendar(), one.from(), one.to(), by);
        return one;
    }

    private static void inTime(Instant at, Instant now) {
        if (!at.isAfter(now)) {
            throw new Refusal.Invalid("at", at + " is over; expected a time that is still to come");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw new Refusal.Invalid("at", at + " is more than a year away");
        }
    }

    private static void isPolicy(@Nullable String text) {
        try {
            var unused = text == null ? null : ShiftEnd.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("policy", String.valueOf(e.getMessage()));
        }
    }

    private Optional<CalendarOverride> extra(String calendar, Instant at, String from, String to, String reason) {
        try {
            return Reshuffle.of(company.get().timetable(), calendar, at, from, to, reason);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("at", String.valueOf(e.getMessage()));
        }
    }

    private String calendar(Wanted wanted) {
        var timetable = company.get().timetable();
        var given = wanted.calendar();
        if (given != null && !timetable.calendars().contains(given)) {
            throw new Refusal.Invalid(
                    "calendar", "there is no calendar '" + given + "'; there are " + named(timetable.calendars()));
        }
        var of = given == null ? timetable.calendars() : List.of(given);
        shiftExists("from", wanted.from(), of);
        shiftExists("to", wanted.to(), of);
        var both = of.stream()
                .filter(name -> timetable.shifts(name).containsAll(List.of(wanted.from(), wanted.to())))
                .toList();
        if (both.size() != 1) {
            throw new Refusal.Invalid(
                    "calendar",
                    (both.isEmpty()
                                    ? "no calendar has both shifts"
                                    : "several calendars have both shifts: " + named(both))
                            + "; expected one of " + named(timetable.calendars()));
        }
        if (wanted.from().equals(wanted.to())) {
            throw new Refusal.Invalid("to", "a switchover leads from one shift to another");
        }
        return both.get(0);
    }

    private void shiftExists(String field, String shift, Collection<String> calendars) {
        var known = calendars.stream()
                .flatMap(name -> company.get().timetable().shifts(name).stream())
                .distinct()
                .toList();
        if (!known.contains(shift)) {
            throw new Refusal.Invalid(field, "there is no shift '" + shift + "'; there are " + named(known));
        }
    }

    private static String named(Collection<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    /** Operations and admins may all; a supervisor may where nobody works but the supervisor's teams. */
    private void mayMake(String calendar, @Nullable String from, @Nullable String to, Viewer by) {
        if (by.role() == Role.OPERATIONS || by.role() == Role.ADMIN) {
            return;
        }
        if (by.role() != Role.SUPERVISOR) {
            throw new Refusal.Forbidden("the role " + by.role().label() + " makes no switchovers");
        }
        var others = Stream.of(from, to)
                .filter(Objects::nonNull)
                .flatMap(shift -> company.get().timetable().people(calendar, shift).stream())
                .map(name -> company.get().agents().get(name))
                .filter(Objects::nonNull)
                .filter(agent -> !by.teams().contains(agent.team()))
                .findAny();
        others.ifPresent(agent -> {
            throw new Refusal.Forbidden(agent.title() + " works it too, and is in no team of yours");
        });
    }
}
