package dev.rota.conversation;

import dev.rota.inquiry.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts reactions, edits and deletions onto the messages that they are about, in whatever order they came. What is about a
 * message that is not there stands for itself.
 */
final class Folding {

    private static final Comparator<Whole.Message> BY_TIME =
            Comparator.comparing(Whole.Message::at).thenComparingLong(Whole.Message::id);

    private final Map<String, Whole.Message> targets = new HashMap<>();
    private final Map<String, Whole.Message> all = new HashMap<>();
    private final Map<String, List<Whole.Message>> done = new HashMap<>();

    private Folding(List<Whole.Message> own, List<Whole.Message> elsewhere) {
        index(elsewhere, all);
        index(own, all);
        index(own, targets);
        Stream.concat(own.stream(), elsewhere.stream())
                .sorted(BY_TIME)
                .filter(this::isDone)
                .forEach(message -> done.computeIfAbsent(String.valueOf(message.about()), about -> new ArrayList<>())
                        .add(message));
    }

    /**
     * The messages of one conversation with what was done to each.
     *
     * @param elsewhere messages of the customer's other conversations that these are about, or that are about these
     */
    static List<Whole.Message> fold(List<Whole.Message> own, List<Whole.Message> elsewhere) {
        var folding = new Folding(own, elsewhere);
        return own.stream()
                .filter(message -> !folding.isDone(message))
                .map(message -> message.with(folding.quote(message), folding.marks(message)))
                .toList();
    }

    /** The same, but each message stays, though it may do something to another of them. */
    static List<Whole.Message> mark(List<Whole.Message> own, List<Whole.Message> elsewhere) {
        var folding = new Folding(own, elsewhere);
        return own.stream()
                .map(message -> message.with(folding.quote(message), folding.marks(message)))
                .toList();
    }

    private static void index(List<Whole.Message> messages, Map<String, Whole.Message> index) {
        for (var message : messages) {
            if (message.wamid() != null) {
                index.put(message.wamid(), message);
            }
        }
    }

    /** Whether it does something to one of the conversation's messages; nobody edits what the other side said. */
    private boolean isDone(Whole.Message message) {
        var target = message.about() == null ? null : targets.get(message.about());
        var content = message.content();
        if (target == null || target.id() == message.id()) {
            return false;
        }
        return content instanceof Content.Reaction
                || content instanceof Content.Revoke
                || (content instanceof Content.Edit && message.direction().equals(target.direction()));
    }

    private Whole.@Nullable Quote quote(Whole.Message message) {
        var about = message.about() == null ? null : all.get(message.about());
        return about == null
                ? null
                : new Whole.Quote(about.id(), about.direction(), about.type(), about.text(), about.author());
    }

    private Marks marks(Whole.Message message) {
        var deeds = message.wamid() == null ? null : done.get(message.wamid());
        if (deeds == null) {
            return Marks.NONE;
        }
        var reactions = new LinkedHashMap<String, Marks.Reaction>();
        Marks.Edit edited = null;
        Marks.Deletion deleted = null;
        for (var deed : deeds) {
            if (deed.content() instanceof Content.Reaction reaction) {
                react(reactions, deed, reaction.emoji());
            } else if (deed.content() instanceof Content.Edit edit) {
                edited = new Marks.Edit(deed.text(), edit.to() instanceof Content.Text ? null : edit.to(), deed.at());
            } else {
                deleted = new Marks.Deletion(deed.direction(), deed.author(), deed.member(), deed.at());
            }
        }
        return new Marks(List.copyOf(reactions.values()), edited, deleted);
    }

    private static void react(Map<String, Marks.Reaction> reactions, Whole.Message deed, @Nullable String emoji) {
        var side = deed.direction() + " " + deed.member();
        reactions.remove(side);
        if (emoji != null && !emoji.isEmpty()) {
            reactions.put(side, new Marks.Reaction(emoji, deed.direction(), deed.author(), deed.member(), deed.at()));
        }
    }
}
