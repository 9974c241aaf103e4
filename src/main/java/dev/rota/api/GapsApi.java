package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.shift.Gap;
import dev.rota.shift.Gaps;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the plan of the next 52 weeks lacks or has too much of, as far as it concerns the caller's teams. */
@RestController
class GapsApi {

    /** Some processor time goes into a look; what it found is true for a while. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<Company> company;
    private final Clock clock;
    private volatile @Nullable Look latest;

    GapsApi(Supplier<Company> company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    @GetMapping("/api/shifts/gaps")
    Page<Found> list(@AuthenticationPrincipal Viewer viewer) {
        var look = look(company.get(), clock.instant());
        var visible = new Visible(look.company, viewer);
        var items = look.gaps.stream()
                .filter(gap -> gap.concerns(visible::seesQueue, visible::seesAgent))
                .map(Found::of)
                .toList();
        return new Page<>(items, null);
    }

    private Look look(Company now, Instant at) {
        var look = latest;
        if (look == null || look.company.timetable() != now.timetable() || !at.isBefore(look.at.plus(FRESH))) {
            look = new Look(now, at, Gaps.of(now.timetable(), now.posts(), at, Gaps.AHEAD));
            latest = look;
        }
        return look;
    }

    private record Look(Company company, Instant at, List<Gap> gaps) {}

    /**
     * A gap.
     *
     * @param kind queue-without-people, queue-without-skill, shift-without-people, agent-in-two-shifts or
     *     agent-too-long-on-shift
     * @param subject the queue, the shift or the agent
     * @param from when it begins for the first time, on the clock of that zone
     * @param times how often it is found
     */
    record Found(
            String kind,
            String subject,
            String sentence,
            List<DayOfWeek> days,
            LocalDateTime from,
            LocalDateTime to,
            int times,
            ZoneId zone) {

        static Found of(Gap gap) {
            return new Found(
                    gap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    gap.subject(),
                    gap.sentence(),
                    gap.days().stream().sorted().toList(),
                    gap.from(),
                    gap.to(),
                    gap.times(),
                    gap.zone());
        }
    }
}
