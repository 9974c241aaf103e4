package dev.rota.panel;

import dev.rota.conversation.Summary;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in the list.
 *
 * @param epoch which a command that is given from here names
 * @param protocol the short unique name that people quote
 * @param who the customer; null when neither name nor phone is known
 * @param lastKind the type of the last message, by Meta's name; null for plain words
 * @param since since when it has been waiting or closed, or silent while somebody has it
 * @param last the last message; null when there is none
 * @param marks what of it presses, the most pressing first
 * @param override what is in force over the rules of it; null when nothing is
 */
record Row(
        long id,
        int epoch,
        String protocol,
        @Nullable String who,
        Chip number,
        String queue,
        String requestType,
        String priority,
        String status,
        @Nullable String owner,
        String lastText,
        @Nullable String lastKind,
        @Nullable String waitingReason,
        Instant since,
        String age,
        @Nullable Long last,
        List<Mark> marks,
        @Nullable InForce override) {

    Row {
        marks = List.copyOf(marks);
    }

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /**
     * An override in force, as people read it.
     *
     * @param who whose it is
     * @param until by the clock of the number's calendar
     */
    record InForce(String who, String until, String reason) {

        static @Nullable InForce of(Summary summary, Titles titles, Instant now) {
            var override = summary.override();
            if (override == null) {
                return null;
            }
            var zone = titles.zone(summary.number());
            var until = override.until().atZone(zone);
            var today = until.toLocalDate().equals(now.atZone(zone).toLocalDate());
            return new InForce(titles.agent(override.by()), (today ? TODAY : LATER).format(until), override.reason());
        }
    }

    static Row of(Summary summary, Titles titles, Instant now) {
        var since = since(summary);
        return new Row(
                summary.id(),
                summary.epoch(),
                summary.protocol(),
                Titles.customer(summary.customer()),
                titles.chip(summary.number()),
                titles.queue(summary.queue()),
                summary.requestType(),
                summary.priority(),
                summary.status(),
                summary.owner() == null ? null : summary.owner().name(),
                summary.lastText(),
                "text".equals(summary.lastType()) ? null : summary.lastType(),
                summary.waitingReason(),
                since,
                Ages.between(since, now),
                summary.lastMessageId(),
                Mark.of(summary, now),
                InForce.of(summary, titles, now));
    }

    private static Instant since(Summary summary) {
        if (summary.waitingSince() != null) {
            return summary.waitingSince();
        }
        return summary.closedAt() != null ? summary.closedAt() : summary.lastMessageAt();
    }

    /** Whether it should be seen to before the others. */
    public boolean pressing() {
        return priority.equals("high") || priority.equals("urgent");
    }

    @Override
    public String toString() {
        return "Row[" + id + ", " + status + "]";
    }
}
