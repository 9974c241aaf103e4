package dev.rota.desk;

import java.util.Locale;

/** What became of a piece of news from a downstream. */
public enum NewsOutcome {
    /** The same was done in the conversation. */
    DONE,
    /** The conversation stood so already, or the news is known: our own echo, or the same again. */
    NOTHING,
    /** It can't be done; the downstream is told why by a note in its ticket. */
    REFUSED,
    /** No conversation of ours has the ticket, as far as is known now. */
    STRANGE;

    /** The name used in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
