package dev.rota.config;

import dev.rota.desk.Handout;
import dev.rota.desk.Overflow;
import dev.rota.desk.Patience;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.Silence;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code queues.yaml}: what customers may want, and where their conversations wait. */
record QueuesFile(
        @Key(value = "What customers may want; the rules in routes/triage pick one.", min = 1)
                List<Located<String>> requestTypes,
        @Key("The queue of a decision that failed.") Located<String> fallback,
        @Key(value = "What holds for every queue that does not say otherwise.", or = "{}") Defaults defaults,
        @Key(value = "The queues, by the name that rules use.", min = 1) Named<QueueEntry> queues) {

    static final String AT_SHIFT_END =
            "What becomes of open conversations when their agent's shift is over: keep (until the customer writes),"
                    + " keepFor a time, return to the queue, or handOver to somebody at work.";

    static final String ANSWER = "How soon customers are to be answered, in business time.";

    static final String STRATEGY =
            "Who of those at work with room is chosen; manual and downstream leave it to others.";

    static final String AGING = "How much waiting is worth as much as one step of priority, up to 1d.";

    static final String PREFER_LAST =
            "How long whoever had the customer's last conversation is waited for; not at all, without this key.";

    static final String SILENT =
            "What a conversation weighs whose customer says nothing; a whole one, without this key.";

    static final String LEASE =
            "How long whoever is responsible may leave a customer without an answer; for ever, without this key.";

    static final String ESCALATION = "What happens to what waits for somebody, step by step.";

    /** What holds for every queue. */
    record Defaults(
            @Key(value = "How long after closing a message reopens its conversation.", or = "24h")
                    Duration reopenWithin,
            @Key(value = STRATEGY, or = "least-loaded") Strategy strategy,
            @Key(value = AGING, or = "10m") Located<Duration> aging,
            @Key(PREFER_LAST) @Nullable Duration preferLast,
            @Key(SILENT) @Nullable SilentEntry silent,
            @Key(value = AT_SHIFT_END, or = "{keepFor: 15m}") ShiftEndEntry atShiftEnd,
            @Key(value = ANSWER, or = "{}") AnswerEntry answer,
            @Key(LEASE) @Nullable LeaseEntry lease,
            @Key(value = ESCALATION, or = "[]") List<Located<EscalationEntry>> escalation) {}

    /** A queue. */
    record QueueEntry(
            @Key("The name as people write it.") String name,
            @Key(value = "The teams that serve it.", min = 1) List<Located<String>> teams,
            @Key("A skill whose holders are asked first.") @Nullable Located<String> skill,
            @Key(
                            value =
                                    "How the wanted skill is asked for, step by step; anybody will do at once, without it.",
                            or = "[]")
                    List<Located<SkillStepEntry>> skills,
            @Key(STRATEGY) @Nullable Strategy strategy,
            @Key(AGING) @Nullable Located<Duration> aging,
            @Key(PREFER_LAST) @Nullable Duration preferLast,
            @Key(SILENT) @Nullable SilentEntry silent,
            @Key(
                            value =
                                    "How many conversations of this queue one agent may have; any number, without this key.",
                            min = 1)
                    @Nullable
                    Integer capacity,
            @Key("When it is open; always, without this key.") @Nullable Hours hours,
            @Key(value = "Downstreams that learn of its assignments.", or = "[]") List<Located<String>> downstreams,
            @Key("How long after closing a message reopens its conversation.") @Nullable Duration reopenWithin,
            @Key(AT_SHIFT_END) @Nullable ShiftEndEntry atShiftEnd,
            @Key(value = ANSWER, or = "{}") AnswerEntry answer,
            @Key("Where a conversation goes that has waited too long here.") @Nullable OverflowEntry overflow,
            @Key(LEASE) @Nullable LeaseEntry lease,
            @Key(ESCALATION) @Nullable List<Located<EscalationEntry>> escalation) {}

    /** How long somebody may be responsible without answering. */
    record LeaseEntry(
            @Key("Their own working time without an answer; then the conversation is somebody else's.") Duration after,
            @Key(value = "How many may leave it, one after the other; then a supervisor gives it.", or = "3", min = 1)
                    int times) {

        Patience.Lease desk() {
            return new Patience.Lease(after, times);
        }
    }

    /** A step for what waits. */
    record EscalationEntry(
            @Key("How long it has waited while the queue was open.") Duration after,
            @Key("Its priority from then on.") @Nullable Priority priority,
            @Key(value = "Whether only a supervisor gives it to somebody from then on.", or = "false")
                    boolean supervisor) {

        Patience.Step desk() {
            return new Patience.Step(after, priority, supervisor);
        }
    }

    /** A step of the ladder of skills. */
    record SkillStepEntry(
            @Key("How long a conversation has waited when the step begins; the first begins at 0s.") Duration after,
            @Key("The lowest level of the skill that will do.") @Nullable Level atLeast,
            @Key("That anybody will do: true.") @Nullable Boolean any) {

        SkillStep desk() {
            return new SkillStep(after, atLeast == null ? 0 : atLeast.value());
        }
    }

    /** Somebody who says nothing. */
    record SilentEntry(
            @Key("How long the customer has said nothing.") Duration after,
            @Key(value = "Its part of a whole conversation, from 0 to 1.", or = "0") Weight weight) {

        Silence desk() {
            return new Silence(after, weight.hundredths());
        }
    }

    /** Opening hours. */
    record Hours(@Key("A calendar of shifts.yaml.") Located<String> calendar) {}

    /** How soon to answer. */
    record AnswerEntry(
            @Key("From the beginning of a conversation to its first reply.") @Nullable Duration first,
            @Key("From a customer's message to the reply to it, later on.") @Nullable Duration next) {

        ResponseTimes orElse(AnswerEntry other) {
            return new ResponseTimes(first == null ? other.first : first, next == null ? other.next : next);
        }
    }

    /** Somewhere else to wait. */
    record OverflowEntry(
            @Key("How long it has waited.") Duration after,
            @Key("The queue where it goes on waiting.") Located<String> to) {

        Overflow desk() {
            return new Overflow(after, to.value());
        }
    }

    Map<String, Queue> desks() {
        return queues.map(this::desk);
    }

    private Queue desk(String name, QueueEntry queue) {
        return new Queue(
                name,
                queue.name(),
                queue.teams().stream().map(Located::value).collect(Collectors.toUnmodifiableSet()),
                queue.skill() == null ? null : queue.skill().value(),
                queue.hours() == null ? null : queue.hours().calendar().value(),
                orElse(queue.reopenWithin(), defaults.reopenWithin()),
                queue.downstreams().stream().map(Located::value).toList(),
                orElse(queue.atShiftEnd(), defaults.atShiftEnd()).desk(),
                queue.answer().orElse(defaults.answer()),
                queue.overflow() == null ? null : queue.overflow().desk(),
                handout(queue),
                patience(queue));
    }

    private Handout handout(QueueEntry queue) {
        var silent = orElse(queue.silent(), defaults.silent());
        var steps = queue.skills().stream().map(step -> step.value().desk()).toList();
        return new Handout(
                orElse(queue.strategy(), defaults.strategy()),
                steps.isEmpty() ? List.of(SkillStep.ANYBODY) : steps,
                orElse(queue.preferLast(), defaults.preferLast()),
                orElse(queue.aging(), defaults.aging()).value(),
                queue.capacity(),
                silent == null ? null : silent.desk());
    }

    private Patience patience(QueueEntry queue) {
        var lease = orElse(queue.lease(), defaults.lease());
        var steps = queue.escalation() == null ? defaults.escalation() : queue.escalation();
        return new Patience(
                lease == null ? null : lease.desk(),
                steps.stream().map(step -> step.value().desk()).toList());
    }

    private static <T extends @Nullable Object> T orElse(@Nullable T own, T byDefault) {
        return own == null ? byDefault : own;
    }
}
