package dev.rota.conversation;

import dev.rota.desk.Completion;
import dev.rota.desk.Effects;
import dev.rota.desk.Heard;
import dev.rota.desk.Turn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the effects of a group of events within one transaction. */
final class GroupWriter {

    private final Completion completion;
    private final Customers customers;
    private final Openings openings;
    private final Chapters chapters;
    private final Records records;
    private final Progresses progresses;
    private final Drain drain;
    private final Tickets tickets;
    private final Forwarding forwarding;
    private final Clock clock;

    GroupWriter(
            Completion completion,
            Customers customers,
            Openings openings,
            Chapters chapters,
            Records records,
            Progresses progresses,
            Drain drain,
            Tickets tickets,
            Forwarding forwarding,
            Clock clock) {
        this.completion = completion;
        this.customers = customers;
        this.openings = openings;
        this.chapters = chapters;
        this.records = records;
        this.progresses = progresses;
        this.drain = drain;
        this.tickets = tickets;
        this.forwarding = forwarding;
        this.clock = clock;
    }

    /** Writes what this engine still holds: the effects of an event that another engine has taken over are its to write. */
    void write(List<Effects> group) {
        var held = completion.complete(group.stream().map(Effects::event).toList());
        var turns = new ArrayList<Turn>();
        var news = new ArrayList<Heard.Progress>();
        var copies = new ArrayList<Heard.Copy>();
        for (var effects : group) {
            if (held.contains(effects.event().id())) {
                if (effects instanceof Turn turn) {
                    turns.add(turn);
                } else if (effects instanceof Heard.Progress progress) {
                    news.add(progress);
                } else if (effects instanceof Heard.Copy copy) {
                    copies.add(copy);
                } else if (effects instanceof Heard.Unhandled unhandled) {
                    completion.park(unhandled.event(), unhandled.reason());
                }
            }
        }
        records.touch(progresses.apply(news));
        forwarding.send(copies);
        speak(turns);
    }

    private void speak(List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var ids = customers.of(turns);
        var fresh = turns.stream()
                .filter(turn -> turn.standing().conversation() == null)
                .toList();
        var known = turns.stream()
                .filter(turn -> turn.standing().conversation() != null)
                .toList();
        var opened = openings.open(fresh, ids, now);
        var advanced = chapters.advance(known, now);
        var conversations = conversations(fresh, opened, known);
        var messages = records.say(turns, conversations);
        records.decide(turns, conversations, now);
        var last = last(opened, advanced, drain.drain(queues(turns)));
        tickets.tell(last.values(), messages);
        var touched = new ArrayList<>(conversations.values());
        touched.addAll(last.keySet());
        records.touch(touched);
    }

    private static Map<Long, Long> conversations(List<Turn> fresh, List<Change> opened, List<Turn> known) {
        var conversations = new HashMap<Long, Long>();
        for (var i = 0; i < fresh.size(); i++) {
            conversations.put(fresh.get(i).event().id(), opened.get(i).conversation());
        }
        for (var turn : known) {
            conversations.put(turn.event().id(), turn.standing().conversation());
        }
        return conversations;
    }

    private static Collection<String> queues(List<Turn> turns) {
        return turns.stream()
                .map(Turn::decision)
                .filter(java.util.Objects::nonNull)
                .map(dev.rota.routing.Decision::queue)
                .distinct()
                .toList();
    }

    /** The last step of each conversation: downstreams hear of where it stands, not of every step on the way. */
    @SafeVarargs
    private static Map<Long, Change> last(List<Change>... steps) {
        var last = new LinkedHashMap<Long, Change>();
        for (var list : steps) {
            list.forEach(change -> last.put(change.conversation(), change));
        }
        return last;
    }
}
