package dev.rota.panel;

import java.util.Locale;

/** What a page shows of a list that nothing narrows: such lists are sent to it when they change. */
record Shown(ListView list, DrawnRows rows, Locale locale) {

    /** Whether somebody who is shown the one has been shown the other. */
    boolean isSame(Shown other) {
        return rows.rows().equals(other.rows.rows())
                && list.counts().equals(other.list.counts())
                && list.more() == other.list.more();
    }
}
