package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import dev.rota.shift.Edge;
import dev.rota.switchover.Move;
import dev.rota.switchover.SwitchoverPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists switchovers, and says what they do or did. */
final class SwitchoverQuery {

    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Duration REHEARSABLE = Duration.ofDays(31);
    private static final int MOST_MADE = 50;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Snapshots snapshots;
    private final Briefs briefs;
    private final SwitchoverItems items;
    private final Clock clock;

    SwitchoverQuery(
            JdbcClient jdbc,
            Supplier<Company> company,
            Snapshots snapshots,
            Briefs briefs,
            SwitchoverItems items,
            Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.snapshots = snapshots;
        this.briefs = briefs;
        this.items = items;
        this.clock = clock;
    }

    List<Switchover> list() {
        var now = clock.instant();
        var planned = rows("state = 'planned' ORDER BY at, id", Map.of(), now);
        var taken = planned.stream().map(SwitchoverQuery::key).toList();
        var all = new ArrayList<>(planned);
        company.get().timetable().edges(now, now.plus(AHEAD)).stream()
                .map(edge -> upcoming(edge, "the calendar says so"))
                .filter(one -> !taken.contains(key(one)))
                .forEach(all::add);
        all.sort(Comparator.comparing(Switchover::at).thenComparing(Switchover::calendar));
        all.addAll(rows("state <> 'planned' ORDER BY at DESC, id DESC LIMIT :most", Map.of("most", MOST_MADE), now));
        return all;
    }

    Optional<Switchover> find(long id, Viewer viewer) {
        return rows("id = :id", Map.of("id", id), clock.instant()).stream()
                .findFirst()
                .map(one -> one.state().equals("planned") ? rehearsed(one, viewer) : made(one, id, viewer));
    }

    Switchover rehearse(Instant at, @Nullable String calendar, Viewer viewer) {
        var now = clock.instant();
        if (at.isBefore(now.minus(Duration.ofMinutes(1)))) {
            throw new Refusal.Invalid("at", at + " is over; expected a time that is still to come");
        }
        var timetable = company.get().timetable();
        if (calendar != null && !timetable.calendars().contains(calendar)) {
            throw new Refusal.Invalid("calendar", "there is no calendar '" + calendar + "'");
        }
        var edge = timetable.edges(at.minusNanos(1), at.plus(REHEARSABLE)).stream()
                .filter(each -> calendar == null || each.calendar().equals(calendar))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("at", "no switchover comes within a month of " + at));
        return list().stream()
                .filter(one -> key(one).equals(key(upcoming(edge, ""))))
                .findFirst()
                .map(one -> rehearsed(one, viewer))
                .orElseGet(() -> rehearsed(upcoming(edge, "the calendar says so"), viewer));
    }

    private Switchover rehearsed(Switchover one, Viewer viewer) {
        var edge = new Edge(one.at(), one.calendar(), one.from(), one.to());
        var policy = one.policy() == null ? null : ShiftEnd.parse(one.policy());
        var now = clock.instant();
        var plan = SwitchoverPlan.of(snapshots
                .look(edge, policy, edge.at().isAfter(now) ? edge.at() : now)
                .snapshot());
        var found = briefs.find(plan.moves().stream().map(Move::conversation).toList());
        var lines = plan.moves().stream()
                .map(move -> line(move, Objects.requireNonNull(found.get(move.conversation()))))
                .toList();
        var sight = Sight.of(viewer, company.get());
        return one.with(new Switchover.Plan(
                seen(lines, sight),
                plan.queues().stream()
                        .filter(queue -> sight.sees(queue.queue()))
                        .toList(),
                plan.agents().stream()
                        .filter(agent -> sees(agent.agent(), viewer))
                        .toList()));
    }

    private Switchover made(Switchover one, long id, Viewer viewer) {
        return one.with(new Switchover.Plan(seen(items.of(id), Sight.of(viewer, company.get())), List.of(), List.of()));
    }

    private boolean sees(String agent, Viewer viewer) {
        var known = company.get().agents().get(agent);
        return viewer.role().seesAll() || (known != null && viewer.teams().contains(known.team()));
    }

    private static List<Switchover.Line> seen(List<Switchover.Line> lines, Sight sight) {
        return lines.stream()
                .filter(line -> sight.sees(line.fromQueue()) || sight.sees(line.queue()))
                .toList();
    }

    private static Switchover.Line line(Move move, Briefs.Found found) {
        return new Switchover.Line(
                move.conversation(),
                found.protocol(),
                move.kind().label(),
                move.fromQueue(),
                move.fromOwner(),
                move.queue(),
                move.owner(),
                move.until(),
                move.why(),
                found.brief(),
                null);
    }

    private List<Switchover> rows(String condition, Map<String, ?> parameters, Instant now) {
        return jdbc.sql("SELECT * FROM switchover WHERE " + condition)
                .params(parameters)
                .query((row, n) -> SwitchoverTable.switchover(row, now))
                .list();
    }

    private static Map.Entry<String, Instant> key(Switchover one) {
        return Map.entry(one.calendar(), one.at());
    }

    private static Switchover upcoming(Edge edge, String reason) {
        return new Switchover(
                null,
                edge.at(),
                edge.calendar(),
                edge.ending(),
                edge.beginning(),
                null,
                "upcoming",
                Change.ROTA,
                reason,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
