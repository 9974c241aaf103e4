package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Handout;
import dev.rota.desk.Number;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Overflow;
import dev.rota.desk.Patience;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Companies that differ from another in one queue. */
final class Companies {

    private Companies() {}

    /** The same, with a queue that hands out in that way. */
    static Company handingOut(Company company, String queue, Handout handout) {
        return with(company, queue, known -> with(known, known.atShiftEnd(), handout));
    }

    /** The same, with a queue whose open conversations go that way when a shift ends. */
    static Company atShiftEnd(Company company, String queue, ShiftEnd end) {
        return with(company, queue, known -> with(known, end, known.handout()));
    }

    /** The same, with a queue whose customers are to be answered that soon. */
    static Company answering(Company company, String queue, ResponseTimes times) {
        return with(
                company,
                queue,
                known -> new Queue(
                        known.name(),
                        known.title(),
                        known.teams(),
                        known.skill(),
                        known.hours(),
                        known.reopenWithin(),
                        known.downstreams(),
                        known.atShiftEnd(),
                        times,
                        known.overflow(),
                        known.handout(),
                        known.patience()));
    }

    /** The same, with a queue in which customers are not kept waiting. */
    static Company patient(Company company, String queue, Patience patience, @Nullable Overflow overflow) {
        return patient(
                company,
                queue,
                patience,
                overflow,
                List.copyOf(company.queue(queue).teams()));
    }

    /** The same, and other teams. */
    static Company patient(
            Company company, String queue, Patience patience, @Nullable Overflow overflow, List<String> teams) {
        return with(
                company,
                queue,
                known -> new Queue(
                        known.name(),
                        known.title(),
                        Set.copyOf(teams),
                        known.skill(),
                        known.hours(),
                        known.reopenWithin(),
                        known.downstreams(),
                        known.atShiftEnd(),
                        known.answer(),
                        overflow,
                        known.handout(),
                        patience));
    }

    /** The same, with a number that runs in that mode. */
    static Company inMode(Company company, String number, Mode mode) {
        var numbers = new HashMap<>(company.numbers());
        numbers.computeIfPresent(
                number,
                (name, known) -> new Number(
                        name,
                        known.id(),
                        known.display(),
                        known.app(),
                        known.calendar(),
                        known.teams(),
                        known.cap(),
                        "forward." + name,
                        mode,
                        known.badge()));
        return new Company(
                company.apps(),
                numbers,
                company.teams(),
                company.agents(),
                company.queues(),
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable(),
                company.texts(),
                company.lookups());
    }

    /** The same, where nobody works, so that everything waits. */
    static Company withoutAgents(Company company) {
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                Map.of(),
                company.queues(),
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable(),
                company.texts(),
                company.lookups());
    }

    /** The same without a queue. */
    static Company withoutQueue(Company company, String queue) {
        var others = new HashMap<>(company.queues());
        others.remove(queue);
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                company.agents(),
                others,
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable());
    }

    static Handout by(Strategy strategy) {
        return new Handout(strategy, List.of(SkillStep.ANYBODY), null, Duration.ofMinutes(10), null, null);
    }

    private static Queue with(Queue known, ShiftEnd end, Handout handout) {
        return new Queue(
                known.name(),
                known.title(),
                known.teams(),
                known.skill(),
                known.hours(),
                known.reopenWithin(),
                known.downstreams(),
                end,
                known.answer(),
                known.overflow(),
                handout,
                known.patience());
    }

    private static Company with(Company company, String queue, UnaryOperator<Queue> change) {
        var queues = new HashMap<>(company.queues());
        queues.put(queue, change.apply(Objects.requireNonNull(queues.get(queue))));
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                company.agents(),
                queues,
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable());
    }
}
