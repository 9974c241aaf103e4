package dev.rota.shift;

import static dev.rota.shift.Sketch.CALENDAR;
import static dev.rota.shift.Sketch.QUEUE;

import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is asked about an instant, so that a test may answer wrongly on purpose. */
record Answers(ShiftAt shiftAt, Predicate<Instant> openAt, BiPredicate<String, Instant> worksAt) {

    static Answers of(Timetable timetable) {
        return new Answers(
                at -> timetable.shiftAt(CALENDAR, at),
                at -> timetable.open(QUEUE, CALENDAR, at),
                (agent, at) -> timetable.attendance(agent, at) instanceof Attendance.OnShift);
    }

    @Nullable
    String shift(Instant at) {
        return shiftAt.answer(at);
    }

    boolean open(Instant at) {
        return openAt.test(at);
    }

    boolean works(String agent, Instant at) {
        return worksAt.test(agent, at);
    }

    /** The shift at an instant, or null. */
    interface ShiftAt {
        @Nullable
        String answer(Instant at);
    }
}
