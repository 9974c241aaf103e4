package dev.rota.conversation;

import static java.util.function.Predicate.not;

import dev.rota.desk.Completion;
import dev.rota.desk.Effects;
import dev.rota.desk.Heard;
import dev.rota.desk.Rules;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import dev.rota.routing.Decision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes the effects of a group of events within one transaction. */
final class GroupWriter {

    private final Supplier<Rules> rules;
    private final Completion completion;
    private final Doubles doubles;
    private final Customers customers;
    private final Openings openings;
    private final Chapters chapters;
    private final Messages messages;
    private final BroughtFiles files;
    private final Records records;
    private final Shadows shadows;
    private final Progresses progresses;
    private final Preferences preferences;
    private final NoticeBoard notices;
    private final Drain drain;
    private final AutomaticAnswers answers;
    private final Tickets tickets;
    private final Forwarding forwarding;
    private final Clock clock;

    GroupWriter(
            Supplier<Rules> rules,
            Completion completion,
            Doubles doubles,
            Customers customers,
            Openings openings,
            Chapters chapters,
            Messages messages,
            BroughtFiles files,
            Records records,
            Shadows shadows,
            Progresses progresses,
            Preferences preferences,
            NoticeBoard notices,
            Drain drain,
            AutomaticAnswers answers,
            Tickets tickets,
            Forwarding forwarding,
            Clock clock) {
        this.rules = rules;
        this.completion = completion;
        this.doubles = doubles;
        this.customers = customers;
        this.openings = openings;
        this.chapters = chapters;
        this.messages = messages;
        this.files = files;
        this.records = records;
        this.shadows = shadows;
        this.progresses = progresses;
        this.preferences = preferences;
        this.notices = notices;
        this.drain = drain;
        this.answers = answers;
        this.tickets = tickets;
        this.forwarding = forwarding;
        this.clock = clock;
    }

    /** Writes what this engine still holds: the effects of an event that another engine has taken over are its to write. */
    void write(List<Effects> group) {
        var held = completion.complete(group.stream().map(Effects::event).toList());
        var ours = group.stream()
                .filter(effects -> held.contains(effects.event().id()))
                .toList();
        only(Heard.Unhandled.class, ours).forEach(each -> completion.park(each.event(), each.reason()));
        records.touch(progresses.apply(only(Heard.Progress.class, ours)));
        speak(doubles.without(only(Turn.class, ours)));
        preferences.write(only(Heard.Preference.class, ours));
        notices.pin(only(Heard.Notice.class, ours));
        forwarding.send(only(Heard.Copy.class, ours));
    }

    private static <E extends Effects> List<E> only(Class<E> kind, List<Effects> group) {
        return group.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void speak(List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        mustBeOfNow(turns);
        var now = clock.instant();
        var ids = customers.of(turns.stream().map(Introduction::of).toList());
        var shadowed = turns.stream().filter(shadows::cover).toList();
        var live = turns.stream().filter(not(shadows::cover)).toList();
        var fresh = turns.stream()
                .filter(turn -> turn.standing().conversation() == null)
                .toList();
        var opened = openings.open(fresh, ids, now);
        shadows.advance(known(shadowed), now);
        var queues = queues(live);
        var advanced = chapters.advance(known(live), queues, now);
        queues.addAll(Affected.queues(rules.get().company(), advanced));
        var conversations = conversations(fresh, opened, known(turns));
        var said = messages.say(turns, conversations);
        files.note(live, conversations);
        records.decide(turns, conversations, now);
        shadows.choose(shadowed, conversations, now);
        var last = last(opened, advanced, drain.drain(queues));
        said.putAll(answers.answer(live, conversations, last, now));
        tickets.tell(last.values(), said);
        var touched = new ArrayList<>(conversations.values());
        touched.addAll(last.keySet());
        records.touch(touched);
    }

    /** What was decided by other rules would be half theirs and half those of whoever is weighed here. */
    private void mustBeOfNow(List<Turn> turns) {
        var stamp = rules.get().stamp();
        if (!turns.stream().allMatch(turn -> turn.rules().stamp().equals(stamp))) {
            throw new TryAgain("the rules changed while a message was being decided");
        }
    }

    private static List<Turn> known(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.standing().conversation() != null)
                .toList();
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

    private static Set<String> queues(List<Turn> turns) {
        return turns.stream()
                .map(Turn::decision)
                .filter(Objects::nonNull)
                .map(Decision::queue)
                .collect(Collectors.toCollection(TreeSet::new));
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
