package dev.rota.panel;

import dev.rota.conversation.Whole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation's timeline: something said, a note, or a change of its status, queue or owner.
 *
 * @param day the date, where a new day begins
 * @param who who said or did it, as people write the name
 * @param card a message that is more than words; null for any other
 */
record Entry(
        Instant at,
        @Nullable String day,
        String time,
        @Nullable String who,
        Whole.@Nullable Message message,
        @Nullable Card card,
        Whole.@Nullable Note note,
        Whole.@Nullable Change change) {

    /** Everything that happened, oldest first; of what happened at once, the message comes before what it led to. */
    static List<Entry> timeline(Whole whole, Titles titles, Locale locale) {
        var zone = titles.zone(whole.summary().number());
        var messages = whole.messages().stream().map(message -> entry(message, titles, zone, locale));
        var changes = whole.changes().stream().map(change -> entry(change, titles, zone));
        var notes = whole.notes().stream().map(note -> entry(note, titles, zone));
        return byDay(Stream.concat(Stream.concat(messages, notes), changes), zone, locale);
    }

    /** What was said on one number, oldest first. */
    static List<Entry> said(List<Whole.Message> messages, String number, Titles titles, Locale locale) {
        var zone = titles.zone(number);
        return byDay(messages.stream().map(message -> entry(message, titles, zone, locale)), zone, locale);
    }

    private static List<Entry> byDay(Stream<Entry> happened, ZoneId zone, Locale locale) {
        var entries = new ArrayList<>(
                happened.sorted(Comparator.comparing(entry -> entry.at().truncatedTo(ChronoUnit.SECONDS)))
                        .toList());
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        var day = "";
        for (var n = 0; n < entries.size(); n++) {
            var its = dates.format(entries.get(n).at());
            if (!its.equals(day)) {
                entries.set(n, entries.get(n).on(its));
                day = its;
            }
        }
        return entries;
    }

    private static Entry entry(Whole.Message message, Titles titles, ZoneId zone, Locale locale) {
        var moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        var card = Card.of(message, moments::format);
        var who = message.author() == null ? null : titles.agent(message.author());
        return new Entry(message.at(), null, clock(message.at(), zone), who, message, card, null, null);
    }

    private static Entry entry(Whole.Change change, Titles titles, ZoneId zone) {
        return new Entry(
                change.at(), null, clock(change.at(), zone), titles.agent(change.by()), null, null, null, change);
    }

    private static Entry entry(Whole.Note note, Titles titles, ZoneId zone) {
        return new Entry(note.at(), null, clock(note.at(), zone), titles.agent(note.author()), null, null, note, null);
    }

    /** Why the change was made, and who made it where the reason doesn't say so. */
    public String reason() {
        var why = change == null ? "" : change.why();
        return who == null || why.contains(who) ? why : why + " (" + who + ")";
    }

    /** How large the file of the message is; empty when it has none, or it is not here. */
    public String size() {
        var media = message == null ? null : message.media();
        if (media == null || media.size() == null) {
            return "";
        }
        var bytes = media.size();
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? bytes / 1000 + " KB" : bytes / 1_000_000 + " MB";
    }

    private Entry on(String date) {
        return new Entry(at, date, time, who, message, card, note, change);
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(at);
    }

    @Override
    public String toString() {
        return "Entry[" + at + "]";
    }
}
