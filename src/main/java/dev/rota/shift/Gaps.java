package dev.rota.shift;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks ahead for what a plan lacks or has too much of: open queues and shifts without people, people without a pause. */
public final class Gaps {

    /** How far people look: 52 weeks. */
    public static final Duration AHEAD = Duration.ofDays(7 * 52);

    private static final Duration DAY = Duration.ofDays(1);

    private final Timetable timetable;
    private final Stretch asked;
    private final Stretch ahead;
    private final Map<String, List<Turn>> turns = new HashMap<>();
    private final Findings findings = new Findings();

    /** Looks at a day more on both sides, so that a night at the edge is seen whole. */
    private Gaps(Timetable timetable, Stretch asked) {
        this.timetable = timetable;
        this.asked = asked;
        this.ahead = new Stretch(asked.from().minus(DAY), asked.until().plus(DAY));
        var spans = new HashMap<Days, List<Span>>();
        var roster = timetable.roster();
        for (var agent : new TreeSet<>(roster.agents())) {
            turns.put(
                    agent,
                    roster.turns(
                            agent,
                            ahead.from(),
                            ahead.until(),
                            days -> spans
                                    .computeIfAbsent(days, some -> some.between(ahead.from(), ahead.until())
                                            .toList())
                                    .stream()));
        }
    }

    /**
     * All gaps and overloads of some time ahead, by their first occurrence.
     *
     * @param posts the queues that must have people
     * @param ahead how far to look; the work is that of a day for each day
     */
    public static List<Gap> of(Timetable timetable, List<Post> posts, Instant from, Duration ahead) {
        var gaps = new Gaps(timetable, new Stretch(from, from.plus(ahead)));
        posts.forEach(gaps::post);
        gaps.shifts();
        gaps.turns.forEach(gaps::agent);
        return gaps.findings.inOrder();
    }

    private void post(Post post) {
        var days = timetable.hoursOf(post.hours());
        var open = timetable.openings(post.queue(), post.hours(), ahead);
        var served = Stretches.minus(open, work(post.agents()));
        served.forEach(gap -> add(Gap.Kind.QUEUE_WITHOUT_PEOPLE, post.queue(), "", gap, days));
        if (post.skill() != null) {
            Stretches.minus(Stretches.minus(open, work(post.skilled())), served)
                    .forEach(gap -> add(Gap.Kind.QUEUE_WITHOUT_SKILL, post.queue(), post.skill(), gap, days));
        }
    }

    private List<Stretch> work(Set<String> agents) {
        return Stretches.union(agents.stream()
                .flatMap(agent -> turns.getOrDefault(agent, List.of()).stream())
                .map(turn -> turn.span().stretch())
                .toList());
    }

    /** A calendar that nobody works at all only says when something is open. */
    private void shifts() {
        var worked = turns.values().stream()
                .flatMap(List::stream)
                .collect(groupingBy(Turn::calendar, TreeMap::new, toList()));
        worked.forEach((calendar, work) -> {
            var days = timetable.days(calendar);
            for (var shift : days.calendar().shifts()) {
                var due = days.between(ahead.from(), ahead.until())
                        .filter(span -> span.shift().equals(shift))
                        .map(Span::stretch)
                        .toList();
                var done = Stretches.union(work.stream()
                        .filter(turn -> turn.span().shift().equals(shift))
                        .map(turn -> turn.span().stretch())
                        .toList());
                Stretches.minus(due, done)
                        .forEach(gap -> add(Gap.Kind.SHIFT_WITHOUT_PEOPLE, shift.name(), calendar, gap, days));
            }
        });
    }

    private void agent(String agent, List<Turn> work) {
        var home = timetable.roster().home(agent);
        for (var i = 1; i < work.size(); i++) {
            var before = work.get(i - 1);
            var turn = work.get(i);
            if (!before.isSameWorkAs(turn)
                    && turn.span().from().isBefore(before.span().until())) {
                var end = Stream.of(before.span().until(), turn.span().until())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                add(
                        Gap.Kind.AGENT_IN_TWO_SHIFTS,
                        agent,
                        before.shift() + " and " + turn.shift(),
                        new Stretch(turn.span().from(), end),
                        home);
            }
        }
        Stretches.union(work.stream().map(turn -> turn.span().stretch()).toList()).stream()
                .filter(block -> block.length().compareTo(timetable.longestShift()) > 0)
                .forEach(block -> add(
                        Gap.Kind.AGENT_TOO_LONG_ON_SHIFT, agent, block.length().toHours() + " hours", block, home));
    }

    private void add(Gap.Kind kind, String subject, String detail, Stretch gap, Days days) {
        if (gap.until().isAfter(asked.from()) && gap.from().isBefore(asked.until())) {
            var shown =
                    gap.length().compareTo(DAY) >= 0 ? asked.part(List.of(gap)).get(0) : gap;
            findings.add(kind, subject, detail, shown, days.calendar().zone());
        }
    }
}
