package dev.rota.panel;

import dev.rota.panel.ReportView.Fault;
import dev.rota.panel.ReportView.Question;
import dev.rota.report.Asked;
import dev.rota.report.Grouping;
import dev.rota.report.Measure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a report is asked for, and all that is wrong with it at once. */
final class ReportReader {

    private static final long MOST_DAYS = 62;

    private final Known known;
    private final ZoneId zone;
    private final Question question;
    private final List<Fault> faults = new ArrayList<>();

    ReportReader(Known known, ZoneId zone, Question question) {
        this.known = known;
        this.zone = zone;
        this.question = question;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Grouping by() {
        return Grouping.of(question.by()).orElseGet(() -> fault("by", question.by(), Grouping.AGENT));
    }

    Measure measure() {
        return Measure.of(question.clock()).orElseGet(() -> fault("clock", question.clock(), Measure.BUSINESS));
    }

    /** Whole days, the last one with its end; null when they can't be read. */
    @Nullable
    Asked asked() {
        var from = day("from", question.from());
        var to = day("to", question.to());
        if (!question.number().isEmpty() && !known.isOwnNumber(question.number())) {
            faults.add(new Fault("number", "floor.unknown", question.number()));
        }
        if (!question.team().isEmpty() && !known.teams().contains(question.team())) {
            faults.add(new Fault("team", "floor.unknown", question.team()));
        }
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to.plusDays(1))) {
            faults.add(new Fault("to", "reports.span", question.to()));
            return null;
        }
        return new Asked(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                given(question.number()),
                given(question.team()),
                null,
                null);
    }

    /** An instant as links have it; null for what is none. */
    static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return fault(field, text, null);
        }
    }

    private <T extends @Nullable Object> T fault(String field, String value, T instead) {
        faults.add(new Fault(field, "reports.fault." + field, value));
        return instead;
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
