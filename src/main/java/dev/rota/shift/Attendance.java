package dev.rota.shift;

import java.time.Instant;

/** Whether somebody works at an instant. */
public sealed interface Attendance {

    /** At work in that shift until that instant. */
    record OnShift(String shift, Instant until) implements Attendance {}

    /** Not at work, and why, as the end of a sentence: {@code on leave until 4 January}. */
    record Off(String reason) implements Attendance {}
}
