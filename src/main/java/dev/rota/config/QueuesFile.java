package dev.rota.config;

import dev.rota.desk.Queue;
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

    /** How a queue picks its agent. */
    enum Strategy {
        LEAST_LOADED
    }

    /** What holds for every queue. */
    record Defaults(
            @Key(value = "How long after closing a message reopens its conversation.", or = "24h")
                    Duration reopenWithin,
            @Key(value = "Who among those with room is chosen.", or = "least-loaded") Strategy strategy) {}

    /** A queue. */
    record QueueEntry(
            @Key("The name as people write it.") String name,
            @Key(value = "The teams that serve it.", min = 1) List<Located<String>> teams,
            @Key("A skill whose holders are asked first.") @Nullable Located<String> skill,
            @Key("When it is open; always, without this key.") @Nullable Hours hours,
            @Key(value = "Downstreams that learn of its assignments.", or = "[]") List<Located<String>> downstreams,
            @Key("How long after closing a message reopens its conversation.") @Nullable Duration reopenWithin) {}

    /** Opening hours. */
    record Hours(@Key("A calendar of shifts.yaml.") Located<String> calendar) {}

    Map<String, Queue> desks() {
        return queues.map((name, queue) -> new Queue(
                name,
                queue.name(),
                queue.teams().stream().map(Located::value).collect(Collectors.toUnmodifiableSet()),
                queue.skill() == null ? null : queue.skill().value(),
                queue.hours() == null ? null : queue.hours().calendar().value(),
                queue.reopenWithin() == null ? defaults.reopenWithin() : queue.reopenWithin(),
                queue.downstreams().stream().map(Located::value).toList()));
    }
}
