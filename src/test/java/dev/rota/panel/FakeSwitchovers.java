package dev.rota.panel;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.Switchover;
import dev.rota.conversation.Switchovers;
import dev.rota.desk.Brief;
import dev.rota.desk.Viewer;
import dev.rota.shift.Calendar;
import dev.rota.shift.Duty;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import dev.rota.switchover.AgentAfter;
import dev.rota.switchover.QueueAfter;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One switchover of the calendar to come, those that are planned, and what was asked for. */
final class FakeSwitchovers implements Switchovers {

    static final String WHY = "switchover to night: <b>Ana</b> is off";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Switchover> known = new ArrayList<>();
    private final Clock clock;

    FakeSwitchovers(Clock clock) {
        this.clock = clock;
        begin();
    }

    /** There are three of them, seen from now, and nothing has been asked. */
    void begin() {
        asked.clear();
        known.clear();
        known.add(one(null, "upcoming", Duration.ofMinutes(22), null));
        known.add(one(8L, "planned", Duration.ofHours(3), null));
        known.add(one(9L, "done", Duration.ofMinutes(-2), clock.instant().plusSeconds(480)));
    }

    /** Ana works by day, and nobody by night. */
    static Timetable plan() {
        var daily = EnumSet.allOf(DayOfWeek.class);
        var zone = ZoneId.of("America/Sao_Paulo");
        var day = new Shift("day", daily, LocalTime.of(6, 0), LocalTime.of(22, 0));
        var night = new Shift("night", daily, LocalTime.of(22, 0), LocalTime.of(6, 0));
        return new Timetable(
                zone,
                List.of(new Calendar("comercial", zone, List.of(day, night))),
                List.of(),
                List.of(new Duty("comercial", "day", Set.of("ana"), null)),
                List.of());
    }

    @Override
    public List<Switchover> list() {
        return known;
    }

    @Override
    public Optional<Switchover> find(long id, Viewer viewer) {
        return known.stream()
                .filter(one -> one.id() != null && one.id() == id)
                .findFirst()
                .map(this::planned);
    }

    @Override
    public Switchover rehearse(Instant at, @Nullable String calendar, Viewer viewer) {
        return planned(known.get(0));
    }

    @Override
    public Switchover schedule(Wanted wanted, Viewer by) {
        if (wanted.reason().isEmpty()) {
            throw new Refusal.Invalid("reason", "the reason is missing");
        }
        asked.add(wanted.calendar() + " " + wanted.from() + " " + wanted.to() + " at " + wanted.at() + " "
                + wanted.policy() + ": " + wanted.reason() + " by " + by.name());
        return known.get(0);
    }

    @Override
    public Switchover run(long id, Viewer by) {
        return asked("run", id, by);
    }

    @Override
    public Switchover undo(long id, Viewer by) {
        return asked("undo", id, by);
    }

    @Override
    public Switchover cancel(long id, Viewer by) {
        return asked("cancel", id, by);
    }

    private Switchover asked(String command, long id, Viewer by) {
        asked.add(command + " " + id + " by " + by.name());
        return known.get(0);
    }

    private Switchover one(@Nullable Long id, String state, Duration in, @Nullable Instant undoableUntil) {
        return one(id, state, clock.instant().plus(in), undoableUntil, null);
    }

    private static Switchover one(
            @Nullable Long id,
            String state,
            Instant at,
            @Nullable Instant undoableUntil,
            Switchover.@Nullable Plan plan) {
        return new Switchover(
                id,
                at,
                "plantao",
                "day",
                "night",
                null,
                state,
                "rota",
                "<i>storm</i>",
                null,
                null,
                null,
                null,
                undoableUntil,
                plan);
    }

    private Switchover planned(Switchover one) {
        var brief = new Brief(null, null, null, null);
        var line = new Switchover.Line(
                1, "20261124-000001", "handed_over", "support", "ana", "support", "rui", null, WHY, brief, null);
        var queue = new QueueAfter("sales", 1, 0, 0, null, "nobody of queue sales is at work");
        var plan = new Switchover.Plan(List.of(line), List.of(queue), List.of(new AgentAfter("rui", 5, 6, 5)));
        return one(one.id(), one.state(), one.at(), one.undoableUntil(), plan);
    }
}
