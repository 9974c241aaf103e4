package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.shift.Staffed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shifts of a time with the agents of the caller's teams, and what holds for somebody or something then. */
@RestController
class ShiftsApi {

    private final Supplier<Company> company;
    private final Clock clock;

    ShiftsApi(Supplier<Company> company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    @GetMapping("/api/shifts")
    Page<Staffed> list(Wanted wanted, @AuthenticationPrincipal Viewer viewer) {
        var now = company.get();
        var visible = new Visible(now, viewer);
        var window = Window.of(wanted.from, wanted.to, clock.instant());
        var items = calendars(now, Parameters.text(wanted.calendar))
                .flatMap(calendar -> now.timetable().staffed(calendar, window.from(), window.to()).stream())
                .sorted(Comparator.comparing(Staffed::from).thenComparing(Staffed::calendar))
                .map(shift -> seen(shift, visible))
                .toList();
        return new Page<>(items, null);
    }

    @GetMapping("/api/shifts/effective")
    Page<Effective> effective(Effective.Asked asked, When when, @AuthenticationPrincipal Viewer viewer) {
        var at = Parameters.instant("at", when.at);
        var window = at == null ? Window.of(when.from, when.to, clock.instant()) : Window.at(at);
        return new Page<>(Effective.of(asked, new Visible(company.get(), viewer), window), null);
    }

    private static Stream<String> calendars(Company now, @Nullable String wanted) {
        var known = now.timetable().calendars();
        if (wanted != null && !known.contains(wanted)) {
            throw new Refusal.NotFound("there is no calendar '" + wanted + "'");
        }
        return known.stream().filter(calendar -> wanted == null || calendar.equals(wanted));
    }

    private static Staffed seen(Staffed shift, Visible visible) {
        List<String> agents = shift.agents().stream().filter(visible::seesAgent).toList();
        return new Staffed(shift.calendar(), shift.shift(), shift.date(), shift.from(), shift.until(), agents);
    }

    /** The parameters of the list, as they stand in the address. */
    record Wanted(@Nullable String calendar, @Nullable String from, @Nullable String to) {}

    /** An instant, or a time from one to another, as they stand in the address. */
    record When(@Nullable String at, @Nullable String from, @Nullable String to) {}
}
