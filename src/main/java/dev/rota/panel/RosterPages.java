package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.panel.RosterView.Change;
import dev.rota.panel.RosterView.Exceptional;
import dev.rota.panel.RosterView.Lack;
import dev.rota.shift.AgentOverride;
import dev.rota.shift.Gaps;
import dev.rota.shift.Lane;
import dev.rota.shift.Leave;
import dev.rota.shift.QueueOverride;
import dev.rota.shift.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of shifts: the plan of two weeks, as far as it is the viewer's affair. */
final class RosterPages {

    static final int DAYS = 14;
    private static final Duration AHEAD = Duration.ofDays(DAYS);
    private static final Set<Role> MAY_CHANGE = Set.of(Role.SUPERVISOR, Role.OPERATIONS, Role.ADMIN);

    private final Supplier<Company> company;
    private final Clock clock;

    RosterPages(Supplier<Company> company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    RosterView of(Viewer viewer) {
        var now = company.get();
        var times = now.timetable();
        var at = clock.instant();
        var titles = new Titles(now);
        Predicate<String> queues = viewer.role().seesAll() ? queue -> true : now.queuesOf(viewer.teams())::contains;
        Predicate<String> agents = name -> sees(now, viewer, name);
        var lanes = now.posts().stream()
                .filter(post -> queues.test(post.queue()))
                .map(post -> LaneView.of(Lane.of(times, post, at, DAYS), titles, agents, at))
                .toList();
        var lacks = Gaps.of(times, now.posts(), at, AHEAD).stream()
                .filter(gap -> gap.concerns(queues, agents))
                .map(gap -> Lack.of(gap, titles))
                .toList();
        return new RosterView(
                lanes,
                lacks,
                exceptions(times, titles, at, queues, agents),
                times.zone(null),
                changes(times, at),
                MAY_CHANGE.contains(viewer.role()));
    }

    /** On whose clock a calendar's switchovers are told; of one that the files no longer have, that of all else. */
    ZoneId zone(String calendar) {
        var times = company.get().timetable();
        return times.zone(times.calendars().contains(calendar) ? calendar : null);
    }

    private static boolean sees(Company company, Viewer viewer, String name) {
        var agent = company.agents().get(name);
        return agent != null && (viewer.role().seesAll() || viewer.teams().contains(agent.team()));
    }

    private static List<Exceptional> exceptions(
            Timetable times, Titles titles, Instant at, Predicate<String> queues, Predicate<String> agents) {
        var zone = times.zone(null);
        var today = at.atZone(zone).toLocalDate();
        var leave = times.leave(today, today.plusDays(DAYS - 1L)).stream()
                .filter(one -> agents.test(one.agent()))
                .map(one -> leave(one, titles));
        var overrides = times.overrides(at, at.plus(AHEAD));
        var calendars = overrides.calendars().stream()
                .map(one -> exception(
                        "calendar", one.calendar(), one.shift(), one.from(), one.until(), one.reason(), zone));
        var ofQueues = overrides.queues().stream()
                .filter(one -> queues.test(one.queue()))
                .map(one -> ofQueue(one, titles, zone));
        var ofAgents = overrides.agents().stream()
                .filter(one -> agents.test(one.agent()))
                .map(one -> ofAgent(one, titles, zone));
        return Stream.of(leave, calendars, ofQueues, ofAgents)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Exceptional::from))
                .toList();
    }

    private static Exceptional leave(Leave one, Titles titles) {
        var substitute = one.substitute();
        return new Exceptional(
                "leave",
                titles.agent(one.agent()),
                substitute == null ? null : titles.agent(substitute),
                one.from().atStartOfDay(),
                one.to().atStartOfDay(),
                "");
    }

    private static Exceptional ofQueue(QueueOverride one, Titles titles, ZoneId zone) {
        return exception(
                "queue",
                titles.queue(one.queue()),
                one.open() ? "open" : "closed",
                one.from(),
                one.until(),
                one.reason(),
                zone);
    }

    private static Exceptional ofAgent(AgentOverride one, Titles titles, ZoneId zone) {
        var work = one.work();
        var shift = work == null ? null : work.calendar() + " · " + work.shift();
        return exception("agent", titles.agent(one.agent()), shift, one.from(), one.until(), one.reason(), zone);
    }

    private static Exceptional exception(
            String kind,
            String subject,
            @Nullable String state,
            Instant from,
            Instant until,
            String reason,
            ZoneId zone) {
        return new Exceptional(
                kind,
                subject,
                state,
                LocalDateTime.ofInstant(from, zone),
                LocalDateTime.ofInstant(until, zone),
                reason);
    }

    /** From one shift to the next, as the coming week has them. */
    private static List<Change> changes(Timetable times, Instant at) {
        return times.edges(at, at.plus(Duration.ofDays(8))).stream()
                .flatMap(edge -> {
                    var from = edge.ending();
                    var to = edge.beginning();
                    return from == null || to == null || from.equals(to)
                            ? Stream.empty()
                            : Stream.of(new Change(edge.calendar(), from, to));
                })
                .distinct()
                .sorted(Comparator.comparing(Change::calendar))
                .toList();
    }
}
