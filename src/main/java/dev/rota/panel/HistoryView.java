package dev.rota.panel;

import dev.rota.conversation.Past;
import dev.rota.conversation.PastPage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was said with a customer, oldest first, as a thread is read.
 *
 * @param who the customer; null when neither name nor phone is known, or nothing was said
 * @param parts what was said of one chapter without another between
 * @param older the cursor of what was said before; null when that is all
 * @param newer the cursor of what was said after; null on the newest page
 */
record HistoryView(
        long customer, @Nullable String who, List<Part> parts, @Nullable String older, @Nullable String newer) {

    HistoryView {
        parts = List.copyOf(parts);
    }

    /**
     * What was said of a chapter.
     *
     * @param closed when it was closed, in the zone of its number; null unless it is
     */
    record Part(Past.Conversation chapter, Chip number, String queue, @Nullable String closed, List<Entry> entries) {

        Part {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "Part[" + chapter.protocol() + "]";
        }
    }

    static HistoryView of(long customer, boolean further, PastPage page, Titles titles, Locale locale) {
        var past = new ArrayList<>(page.items());
        Collections.reverse(past);
        var who = past.isEmpty()
                ? null
                : Titles.customer(past.get(0).conversation().customer());
        return new HistoryView(customer, who, parts(past, titles, locale), page.next(), further ? page.newer() : null);
    }

    private static List<Part> parts(List<Past> past, Titles titles, Locale locale) {
        var parts = new ArrayList<Part>();
        for (int from = 0; from < past.size(); ) {
            var chapter = past.get(from).conversation();
            var to = from;
            while (to < past.size() && past.get(to).conversation().id() == chapter.id()) {
                to++;
            }
            var messages = past.subList(from, to).stream().map(Past::message).toList();
            var entries = Entry.said(messages, chapter.number(), titles, locale);
            parts.add(new Part(
                    chapter,
                    titles.chip(chapter.number()),
                    titles.queue(chapter.queue()),
                    closed(chapter, titles, locale),
                    entries));
            from = to;
        }
        return parts;
    }

    private static @Nullable String closed(Past.Conversation chapter, Titles titles, Locale locale) {
        Instant at = chapter.closedAt();
        return at == null
                ? null
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(titles.zone(chapter.number()))
                        .format(at);
    }

    @Override
    public String toString() {
        return "HistoryView[" + parts.size() + " parts]";
    }
}
