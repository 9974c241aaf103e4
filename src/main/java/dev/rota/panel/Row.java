package dev.rota.panel;

import dev.rota.conversation.Summary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in the list.
 *
 * @param who the customer; null when neither name nor phone is known
 * @param lastKind the type of the last message, by Meta's name; null for plain words
 * @param since since when it has been waiting or closed, or silent while somebody has it
 */
record Row(
        long id,
        @Nullable String who,
        String number,
        String queue,
        String requestType,
        String priority,
        String status,
        @Nullable String owner,
        String lastText,
        @Nullable String lastKind,
        @Nullable String waitingReason,
        Instant since,
        String age) {

    static Row of(Summary summary, Titles titles, Instant now) {
        var since = since(summary);
        return new Row(
                summary.id(),
                Titles.customer(summary.customer()),
                summary.number(),
                titles.queue(summary.queue()),
                summary.requestType(),
                summary.priority(),
                summary.status(),
                summary.owner() == null ? null : summary.owner().name(),
                summary.lastText(),
                "text".equals(summary.lastType()) ? null : summary.lastType(),
                summary.waitingReason(),
                since,
                Ages.between(since, now));
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
