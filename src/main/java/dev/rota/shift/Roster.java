package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is at work, and for those who are not, the reason in words. */
final class Roster {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Timetable timetable;
    private final List<Duty> duties;
    private final List<Leave> leave;

    Roster(Timetable timetable, List<Duty> duties, List<Leave> leave) {
        this.timetable = timetable;
        this.duties = List.copyOf(duties);
        this.leave = List.copyOf(leave);
    }

    Attendance attendance(String agent, Instant at) {
        var own = duties.stream().filter(duty -> duty.agents().contains(agent)).toList();
        if (own.isEmpty()) {
            return new Attendance.Off("on no roster");
        }
        var due = own.stream()
                .flatMap(duty -> daysOf(duty)
                        .at(at)
                        .filter(span -> duty.covers(agent, span))
                        .map(span -> new Due(duty, span)))
                .toList();
        return due.stream()
                .filter(turn -> worked(agent, turn))
                .map(Due::span)
                .max(Comparator.comparing(Span::until))
                .<Attendance>map(span -> new Attendance.OnShift(span.shift().name(), span.until()))
                .orElseGet(() -> new Attendance.Off(reason(agent, own, due, at)));
    }

    private String reason(String agent, List<Duty> own, List<Due> due, Instant at) {
        var today = daysOf(own.get(0)).dateOf(at);
        var days = Stream.concat(due.stream().map(turn -> turn.span().date()), Stream.of(today));
        var away = days.flatMap(day -> leaveOn(agent, day).stream()).findFirst();
        if (away.isPresent()) {
            return "on leave until " + DAY.format(away.get().to());
        }
        return due.stream()
                .flatMap(turn ->
                        timetable.closing(turn.duty().calendar(), turn.span().date()).stream())
                .findFirst()
                .map(holiday -> "holiday " + holiday.name())
                .orElseGet(() -> "not on the roster of this hour" + next(agent, own, today, at));
    }

    private String next(String agent, List<Duty> own, LocalDate today, Instant at) {
        return Timetable.daysFrom(today)
                .map(day -> firstOn(agent, own, day, at))
                .flatMap(Optional::stream)
                .findFirst()
                .map(turn -> words(turn, today))
                .orElse("");
    }

    private Optional<Due> firstOn(String agent, List<Duty> own, LocalDate day, Instant after) {
        return own.stream()
                .flatMap(duty -> daysOf(duty).on(day).stream()
                        .filter(span -> duty.covers(agent, span))
                        .map(span -> new Due(duty, span)))
                .filter(turn -> turn.span().from().isAfter(after) && worked(agent, turn))
                .min(Comparator.comparing(turn -> turn.span().from()));
    }

    private String words(Due turn, LocalDate today) {
        var begins = turn.span().from().atZone(daysOf(turn.duty()).calendar().zone());
        var day = begins.toLocalDate().equals(today) ? "" : " on " + DAY.format(begins);
        return "; next shift " + turn.span().shift().name() + day + " at " + TIME.format(begins);
    }

    private boolean worked(String agent, Due turn) {
        return timetable.closing(turn.duty().calendar(), turn.span().date()).isEmpty()
                && leaveOn(agent, turn.span().date()).isEmpty();
    }

    private Optional<Leave> leaveOn(String agent, LocalDate date) {
        return leave.stream().filter(absence -> absence.covers(agent, date)).max(Comparator.comparing(Leave::to));
    }

    private Days daysOf(Duty duty) {
        return timetable.days(duty.calendar());
    }

    /** A shift that the roster gives to an agent on one day, leave and holidays aside. */
    private record Due(Duty duty, Span span) {}
}
