package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A shift of a calendar on one day, and who works it.
 *
 * @param date the day it belongs to, which is the day it starts on
 * @param until when it is over; not part of it
 * @param agents who works some of it, by name
 */
public record Staffed(
        String calendar, String shift, LocalDate date, Instant from, Instant until, List<String> agents) {}
