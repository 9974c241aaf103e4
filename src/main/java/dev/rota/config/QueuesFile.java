package dev.rota.config;

import dev.rota.desk.Overflow;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
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

    /** How a queue picks its agent. */
    enum Strategy {
        LEAST_LOADED
    }

    /** What holds for every queue. */
    record Defaults(
            @Key(value = "How long after closing a message reopens its conversation.", or = "24h")
                    Duration reopenWithin,
            @Key(value = "Who among those with room is chosen.", or = "least-loaded") Strategy strategy,
            @Key(value = AT_SHIFT_END, or = "{keepFor: 15m}") ShiftEndEntry atShiftEnd,
            @Key(value = ANSWER, or = "{}") AnswerEntry answer) {}

    /** A queue. */
    record QueueEntry(
            @Key("The name as people write it.") String name,
            @Key(value = "The teams that serve it.", min = 1) List<Located<String>> teams,
            @Key("A skill whose holders are asked first.") @Nullable Located<String> skill,
            @Key("When it is open; always, without this key.") @Nullable Hours hours,
            @Key(value = "Downstreams that learn of its assignments.", or = "[]") List<Located<String>> downstreams,
            @Key("How long after closing a message reopens its conversation.") @Nullable Duration reopenWithin,
            @Key(AT_SHIFT_END) @Nullable ShiftEndEntry atShiftEnd,
            @Key(value = ANSWER, or = "{}") AnswerEntry answer,
            @Key("Where a conversation goes that has waited too long here.") @Nullable OverflowEntry overflow) {}

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
                queue.reopenWithin() == null ? defaults.reopenWithin() : queue.reopenWithin(),
                queue.downstreams().stream().map(Located::value).toList(),
                (queue.atShiftEnd() == null ? defaults.atShiftEnd() : queue.atShiftEnd()).desk(),
                queue.answer().orElse(defaults.answer()),
                queue.overflow() == null ? null : queue.overflow().desk());
    }
}
