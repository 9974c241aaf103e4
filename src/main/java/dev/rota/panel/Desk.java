package dev.rota.panel;

import dev.rota.conversation.Explanation;
import dev.rota.conversation.Feed;
import dev.rota.conversation.Filter;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Listing;
import dev.rota.conversation.Page;
import dev.rota.conversation.Position;
import dev.rota.conversation.SharedLists;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.desk.Viewer;
import dev.rota.panel.ConversationView.HandOver;
import dev.rota.panel.ConversationView.Option;
import dev.rota.panel.ConversationView.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the pages show, made of what the viewer may see. */
final class Desk {

    private final Inbox inbox;
    private final SharedLists lists;
    private final PastPages past;
    private final Feed feed;
    private final Supplier<Company> company;
    private final Templates templates;
    private final Clock clock;

    Desk(
            Inbox inbox,
            SharedLists lists,
            PastPages past,
            Feed feed,
            Supplier<Company> company,
            Templates templates,
            Clock clock) {
        this.inbox = inbox;
        this.lists = lists;
        this.past = past;
        this.feed = feed;
        this.company = company;
        this.templates = templates;
        this.clock = clock;
    }

    /** Where a page that is made from now on has to follow the stream from. */
    String position() {
        return feed.head().toString();
    }

    /**
     * The list.
     *
     * @param told what it must have in it, at least; null for all that is so now
     */
    ListView list(Tab tab, String q, int limit, @Nullable Long open, @Nullable Position told, Viewer viewer) {
        var size = Math.max(1, Math.min(limit, Filter.MOST));
        var now = clock.instant();
        Listing found;
        Unfilterable fault = null;
        try {
            found = lists.since(told, narrowed(tab, q, size, viewer, now), viewer);
        } catch (Unfilterable e) {
            fault = e;
            found = new Listing(new Page<>(List.of(), null), inbox.counts(viewer));
        }
        var page = found.page();
        var rows = new Rows(tab, page, new Titles(company.get()), now);
        var more = page.next() != null && size < Filter.MOST;
        var others = q.isBlank() ? List.<ListView.Elsewhere>of() : elsewhere(tab, q, viewer, now);
        return new ListView(tab, q, open, size, found.counts(), rows, more, fault, others);
    }

    private Filter narrowed(Tab tab, String q, int size, Viewer viewer, Instant now) {
        var names = new Known(company.get(), viewer);
        return new FilterReader(tab.filter(viewer, size), names, rows -> isShown(rows, viewer), viewer, now).narrow(q);
    }

    private boolean isShown(Filter rows, Viewer viewer) {
        return !inbox.list(rows, viewer).items().isEmpty();
    }

    /** What the same words find under other tabs; what can't be there is not found there. */
    private List<ListView.Elsewhere> elsewhere(Tab tab, String q, Viewer viewer, Instant now) {
        var found = new ArrayList<ListView.Elsewhere>();
        for (var other : tab.others()) {
            try {
                var page = inbox.list(narrowed(other, q, ListView.Elsewhere.MOST, viewer, now), viewer);
                var rows = page.items().stream()
                        .filter(one -> tab != Tab.MINE || !isOwn(one, viewer))
                        .count();
                if (rows > 0) {
                    found.add(new ListView.Elsewhere(other, rows, page.next() != null));
                }
            } catch (Unfilterable e) {
                if (!e.isOfTheTab()) {
                    return List.of();
                }
            }
        }
        return found;
    }

    private static boolean isOwn(Summary one, Viewer viewer) {
        return one.owner() != null && one.owner().id().equals(viewer.name());
    }

    Optional<ConversationView> conversation(long id, Viewer viewer, Locale locale) {
        return inbox.find(id, viewer).map(whole -> view(whole, viewer, locale));
    }

    private ConversationView view(Whole whole, Viewer viewer, Locale locale) {
        var summary = whole.summary();
        var titles = new Titles(company.get());
        var now = clock.instant();
        return new ConversationView(
                summary,
                Row.of(summary, titles, now),
                Entry.timeline(whole, titles, locale),
                inbox.explain(summary.id(), viewer).orElse(new Explanation(null, null, List.of())),
                agents(summary),
                queues(summary),
                templates(summary.number()),
                Ticket.of(whole.deliveries()),
                HandOver.of(whole.brief(), now),
                past.before(whole, viewer),
                ConversationView.obstacle(summary, viewer, now),
                windowLeft(summary, now),
                titles,
                viewer,
                now);
    }

    private static @Nullable String windowLeft(Summary summary, Instant now) {
        var end = summary.windowClosesAt();
        return end == null || !now.isBefore(end) ? null : Ages.between(now, end);
    }

    /** Those that may be sent from a number, with their words. */
    List<Option> templates(String number) {
        var known = company.get().numbers().get(number);
        var list = known == null ? TemplateList.UNKNOWN : templates.of(known.id());
        return list.approved().stream()
                .filter(template -> template.obstacle() == null)
                .map(template -> new Option(
                        template.name() + "|" + template.language(),
                        template.name() + " · " + template.language() + " · " + template.text()))
                .toList();
    }

    private List<Option> agents(Summary summary) {
        var teams = company.get().queue(summary.queue()).teams();
        return company.get().agents().values().stream()
                .filter(agent -> teams.contains(agent.team()))
                .sorted(Comparator.comparing(Agent::title))
                .map(agent -> new Option(agent.name(), agent.title()))
                .toList();
    }

    private List<Option> queues(Summary summary) {
        return company.get().queues().values().stream()
                .filter(queue -> !queue.name().equals(summary.queue()))
                .sorted(Comparator.comparing(Queue::title))
                .map(queue -> new Option(queue.name(), queue.title()))
                .toList();
    }
}
