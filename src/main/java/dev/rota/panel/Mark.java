package dev.rota.panel;

import dev.rota.conversation.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a conversation presses, with an icon and a word beside its colour.
 *
 * @param kind the name in the message bundle and the style sheet
 * @param at the instant that it counts from, or to
 * @param ahead whether that is still to come
 * @param length how long ago it was, or how far away it is
 */
record Mark(String kind, String icon, Instant at, boolean ahead, String length) {

    /** WhatsApp's window is no worry before that. */
    private static final Duration CLOSING = Duration.ofHours(4);

    /** The marks of a conversation, the most pressing first; what is closed has none. */
    static List<Mark> of(Summary summary, Instant now) {
        var marks = new ArrayList<Mark>();
        if (summary.status().equals("closed")) {
            return marks;
        }
        var by = summary.answerBy();
        var since = summary.unansweredSince();
        var end = summary.windowClosesAt();
        if (by != null) {
            marks.add(now.isAfter(by) ? past("late", "⚠", by, now) : ahead("due", "◷", by, now));
        } else if (since != null && summary.owner() != null) {
            marks.add(past("asks", "✉", since, now));
        }
        if (end != null && !now.isBefore(end)) {
            marks.add(past("shut", "⊘", end, now));
        } else if (end != null && end.isBefore(now.plus(CLOSING))) {
            marks.add(ahead("closing", "◔", end, now));
        }
        return marks;
    }

    private static Mark past(String kind, String icon, Instant at, Instant now) {
        return new Mark(kind, icon, at, false, Ages.between(at, now));
    }

    private static Mark ahead(String kind, String icon, Instant at, Instant now) {
        return new Mark(kind, icon, at, true, Ages.between(now, at));
    }
}
